// HTML that means harm, for feeds: a dozen kinds of our own, and the collections of ../shared where they are there.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from './town.mjs';

export const ownPayloads = [
  '<script>alert(1)</script>after',
  '<img src=x onerror=alert(1)><img src="/none.png" OnLoAd="alert(1)" onerror=`alert(1)`>',
  '<svg onload=alert(1)><animate attributeName=href values=javascript:alert(1) /><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<a href="java&#x0A;script:alert(1)">one</a><a href=" &#14; javascript:alert(1)">two</a><a href="jAvAsCrIpT&colon;alert(1)">three</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a><a href="vbscript:alert(1)">y</a><a href="blob:https://x/1">z</a>',
  '<iframe src="https://foreign.invalid/frame"></iframe><iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<object data="https://foreign.invalid/o"></object><embed src="https://foreign.invalid/e"><applet code=x></applet>',
  '<link rel=stylesheet href="https://foreign.invalid/s.css"><style>@import "https://foreign.invalid/i.css"; * { display: none }</style>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><template><img src=x onerror=alert(1)></template>',
  '<form action="https://foreign.invalid/f"><input name=attributes autofocus onfocus=alert(1)><button formaction="javascript:alert(1)">x</button></form>',
  '<details open ontoggle=alert(1)><summary onclick=alert(1)>x</summary></details><p id=location name=body class=board style="position:fixed;inset:0">x</p>',
  '<video poster="https://foreign.invalid/p"><source src="https://foreign.invalid/v" onerror=alert(1)></video><audio src="https://foreign.invalid/a" onerror=alert(1)>',
  '<base href="https://foreign.invalid/"><meta http-equiv=refresh content="0;url=javascript:alert(1)"><body onpageshow=alert(1)><img src="a.png" srcset="https://foreign.invalid/i 2x">',
  '<table background="https://foreign.invalid/t"><td background="javascript:alert(1)">x</table><p style="background:url(https://foreign.invalid/c)">y</p>',
];

/** Payloads of the suites beside the project; null: they are not there. */
export function sharedPayloads() {
  const file = path.join(root, '../shared/conformance/feeds.tar.xz');
  if (!fs.existsSync(file)) return null;
  const unpack = `import sys, tarfile
with tarfile.open(sys.argv[1]) as tar:
    for member in tar:
        if member.name.rsplit("/", 1)[-1] in ("dompurify.jsonl", "sanitizer_oracle.jsonl"):
            sys.stdout.buffer.write(tar.extractfile(member).read().strip() + b"\\n")`;
  const lines = execFileSync('python3', ['-c', unpack, file], { maxBuffer: 1 << 26 }).toString().trim().split('\n');
  return lines.map((line) => JSON.parse(line).payload);
}
