// Turns web/, data/ and the modules of build/wasm/ into build/dist/, which any web server can serve.
//
//   node web/build.mjs [--force]
//
// `import { wasmSource } from 'townboard:wasm'` gives a bundle its module: { bytes, url, fallbackUrl }. In a
// single file `bytes` is a Uint8Array and `url` null; in the split build it is the other way round. Which of them it is says
// `import.meta.isInside`, so that no bundle has the code for the other; `import.meta.isLibrary` is true where node may load
// it, too.
// `fallbackUrl` is that of the same module as plain JavaScript, else null. Addresses are absolute. `url` is there alone, too.
// `import { names, problems, signs } from 'townboard:phrase'` gives what wasm/core/phrase says of them.
// `import { calendars, locales, phrases } from 'townboard:data'` gives the codes that the folders of data/ have; for
// languages of boards, by their code, what their speakers call them.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { hoursWords, valueWords } from './hours-data.mjs';
import { moduleSizes } from './module-sizes.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'build/dist');
const modules = path.join(root, 'build/wasm/modules');
const web = path.join(root, 'web');
const data = path.join(root, 'data');

// The libraries wait for their module while they are imported.
const library = ['chrome91', 'firefox90', 'safari15', 'node18'];

// The bundles: the file that begins each, its module, whether it carries the module's bytes inside, and
// where the plain JavaScript of the module lies.
const bundles = [
  { entry: 'define.js', out: 'townboard.js', wasm: 'core', inside: true, fallback: './core.wasm2js.js' },
  { entry: 'define.js', out: 'split/townboard.js', wasm: 'core', inside: false, fallback: '../core.wasm2js.js' },
  { entry: 'hours.js', out: 'hours.js', wasm: 'hours', inside: false, target: library },
  { entry: 'feed.js', out: 'feed.js', wasm: 'feed', inside: false, target: library },
  { entry: 'zone-rule.js', out: 'zone-rule.js' }, // has no module of its own
  { entry: 'phrase.js', out: 'phrase.js', wasm: 'phrase', inside: false },
  { entry: 'builder.js', out: 'builder.js', target: library }, // has no module of its own
];

// Browsers of 2020, in which WebAssembly runs as we build it.
const target = ['chrome80', 'firefox78', 'safari14.1'];

function read(file) {
  return fs.readFileSync(file);
}

function write(name, bytes) {
  const file = path.join(dist, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
}

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  }).sort();
}

// Bytes as the text of a module script, which is UTF-8 whatever the server says. Small bytes, the most
// frequent, become one printable character each; compressed that is smaller than base64. Which character is best for the
// first byte cannot be told: these are tried.
const firstCharacters = [0x23, 0x24, 0x25, 0x26, 0x27, 0x28];
function bytesAsSource(bytes, firstCharacter) {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte + firstCharacter)).join('');
  // A loop, since Uint8Array.from asks the text for one character after the other and takes six times as long.
  return `((text) => {
    const bytes = new Uint8Array(text.length);
    for (let i = text.length; i--; ) bytes[i] = text.charCodeAt(i) - ${firstCharacter};
    return bytes;
  })(${JSON.stringify(text)})`;
}

async function smallCss(file) {
  const smaller = await esbuild.transform(read(file).toString(), { loader: 'css', minify: true, target });
  return smaller.code.trim();
}

// The tables that the reader of phrases shares with its core, from the C++ that has them.
function phraseTables() {
  const source = (name) => read(path.join(root, 'wasm/core/phrase', name)).toString();
  const literal = (name) => /^R"\(([^]*)\n\)"\n$/.exec(source(name))[1];
  const problems = [...source('problems.h').matchAll(/^ {4}\{"(\w+)"(, text::Level::warning)?\},$/gm)]
    .map(([, code, warning]) => [code, warning ? 'warning' : 'error']);
  const tables = { names: literal('names.inc'), signs: literal('signs.inc'), problems };
  return Object.entries(tables).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n');
}

const isOfData = (file) => /\/[a-zA-Z]{2}\.json$/.test(file);

function dataLists() {
  const filesOf = (folder) => filesBelow(path.join(data, folder)).filter(isOfData);
  const codes = (folder) => filesOf(folder).map((file) => path.basename(file, '.json'));
  const locales = Object.fromEntries(filesOf('locales').map((file) => JSON.parse(read(file))).map(({ language, name }) => [language, name]));
  const lists = { calendars: codes('calendars'), phrases: codes('phrases'), locales };
  return Object.entries(lists).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n');
}

function wasmPlugin(bundle, firstCharacter) {
  const address = (name) => (name ? `new URL(${JSON.stringify(name)}, import.meta.url).href` : 'null');
  return {
    name: 'townboard-wasm',
    setup(build) {
      build.onResolve({ filter: /^townboard:wasm$/ }, () => ({ path: bundle.wasm, namespace: 'townboard-wasm' }));
      build.onLoad({ filter: /.*/, namespace: 'townboard-wasm' }, () => {
        const bytes = bundle.inside ? bytesAsSource(read(path.join(modules, `${bundle.wasm}.wasm`)), firstCharacter) : 'null';
        const url = bundle.inside ? 'null' : address(`./${bundle.wasm}.wasm`);
        return {
          contents: `export const url = ${url}, wasmSource = { bytes: ${bytes}, url, fallbackUrl: ${address(bundle.fallback)} };`,
        };
      });
      build.onResolve({ filter: /^townboard:phrase$/ }, ({ path: name }) => ({ path: name, namespace: 'townboard-phrase' }));
      build.onLoad({ filter: /.*/, namespace: 'townboard-phrase' }, () => ({ contents: phraseTables() }));
      build.onResolve({ filter: /^townboard:data$/ }, ({ path: name }) => ({ path: name, namespace: 'townboard-data' }));
      build.onLoad({ filter: /.*/, namespace: 'townboard-data' }, () => ({ contents: dataLists() }));
      build.onLoad({ filter: /\.css$/ }, async (file) => {
        return { contents: await smallCss(file.path), loader: 'text' };
      });
      // Parts that few site files need lie beside the single file; the split build is a folder deeper.
      build.onResolve({ filter: /^\.\.?\/(hours|phrase|zone-rule)\.js$/ }, ({ path: name }) => ({
        path: path.posix.relative(path.posix.dirname(bundle.out), path.basename(name)).replace(/^(?!\.)/, './'),
        external: true,
      }));
    },
  };
}

const packed = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
});

async function bundled(one, firstCharacter) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(web, one.entry)],
    outfile: path.join(dist, one.out),
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    target: one.target ?? target,
    external: ['node:*'],
    define: {
      'import.meta.isInside': String(Boolean(one.inside)),
      'import.meta.isLibrary': String(one.wasm !== 'core'),
    },
    plugins: [wasmPlugin(one, firstCharacter)],
    write: false,
  });
  return outputFiles[0].contents;
}

async function bundle(one) {
  const candidates = [];
  for (const first of one.inside ? firstCharacters : [undefined]) candidates.push(await bundled(one, first));
  const sizes = candidates.length > 1 ? candidates.map((bytes) => packed(bytes).length) : [0];
  write(one.out, candidates[sizes.indexOf(Math.min(...sizes))]);
  if (one.wasm && !one.inside) {
    write(path.join(path.dirname(one.out), `${one.wasm}.wasm`), read(path.join(modules, `${one.wasm}.wasm`)));
  }
}

// The module as plain JavaScript, for pages that forbid WebAssembly. Never all features: tail calls are none of its.
async function plainJavaScript(name) {
  const tool = path.join(root, 'node_modules/binaryen/bin/wasm2js');
  const features = ['--mvp-features', '--enable-mutable-globals'];
  const out = path.join(root, `build/${name}.wasm2js.mjs`);
  execFileSync(process.execPath, [tool, ...features, '-Oz', path.join(modules, `${name}.aligned.wasm`), '-o', out]);
  const smaller = await esbuild.transform(read(out).toString(), { minify: true, format: 'esm', target });
  write(`${name}.wasm2js.js`, smaller.code);
}

function copyData() {
  const writeJson = (name, value) => write(path.join('data', name), JSON.stringify(value));
  for (const folder of ['locales', 'calendars', 'phrases']) {
    for (const file of filesBelow(path.join(data, folder)).filter(isOfData)) {
      const content = JSON.parse(read(file));
      writeJson(path.relative(data, file), content);
      if (folder === 'locales') writeJson(path.join('hours', path.basename(file)), hoursWords(content));
    }
  }
  writeJson('hours/words.json', valueWords(JSON.parse(read(path.join(data, 'hours/words.json')))));
  for (const file of filesBelow(path.join(data, 'sites'))) write(path.relative(root, file), read(file));
}

function copyPages() {
  for (const file of filesBelow(web)) {
    const name = path.relative(web, file);
    const isPage = /\.(html|svg|png|jpg|webp|ico|txt|d\.ts)$/.test(name);
    const isOfPage = /^(demo|builder)[^/]*\.(css|js)$/.test(name);
    if ((isPage || isOfPage) && !fs.existsSync(path.join(dist, name))) write(name, read(file));
  }
}

function compressAll() {
  for (const file of filesBelow(dist)) {
    if (/\.(br|gz|png|jpg|webp)$/.test(file)) continue;
    const bytes = read(file);
    fs.writeFileSync(`${file}.br`, packed(bytes));
    fs.writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

// What `townboard publish` copies for a town: a name for all of it together, which is another one when a byte is, and what
// a page says of its script, so that the browser takes no other one. Rule: Subresource Integrity, section 3.5.
function writeManifest() {
  const names = filesBelow(dist).map((file) => path.relative(dist, file)).filter((name) =>
    ['townboard.js', 'core.wasm2js.js', 'town-board.css'].includes(name) || /^data\/(locales|calendars)\/\w+\.json$/.test(name));
  const version = createHash('sha256');
  for (const name of names) version.update(name).update('\0').update(read(path.join(dist, name)));
  const integrity = `sha384-${createHash('sha384').update(read(path.join(dist, 'townboard.js'))).digest('base64')}`;
  write('manifest.json', JSON.stringify({ version: version.digest('hex').slice(0, 12), integrity, files: names }, null, 1));
}

function brotliSize(name) {
  const file = path.join(dist, `${name}.br`);
  return fs.existsSync(file) ? fs.statSync(file).size : null;
}

// Everything that is weighed: [name, raw, gzip, brotli, budget or null].
function weigh() {
  const budgets = JSON.parse(read(path.join(root, 'tests/size/budgets.json')));
  const rows = filesBelow(dist).filter((file) => fs.existsSync(`${file}.br`) && /\.(js|wasm)$/.test(file))
    .map((file) => [path.relative(dist, file), ...['', '.gz', '.br'].map((end) => fs.statSync(file + end).size), null]);
  for (const [names, budget] of Object.entries(budgets.files)) {
    const sizes = names.split('+').map(brotliSize);
    if (sizes.some((size) => size === null)) continue;
    const row = rows.find(([name]) => name === names);
    if (row) row[4] = budget;
    else rows.push([names, null, null, sizes.reduce((sum, size) => sum + size, 0), budget]);
  }
  const named = path.join(modules, 'core.named.wasm');
  const parts = fs.existsSync(named) ? moduleSizes(read(named), budgets.modules) : [];
  return [...rows, ...parts];
}

function print(rows) {
  const cell = (value) => (value === null ? '' : String(value)).padStart(8);
  console.log(`${'bytes'.padEnd(56)}${['raw', 'gzip', 'brotli', 'budget'].map(cell).join('')}`);
  for (const [name, raw, gzip, brotli, budget] of rows) {
    const tooLarge = budget !== null && brotli > budget ? '  too large' : '';
    console.log(`${name.padEnd(56)}${[raw, gzip, brotli, budget].map(cell).join('')}${tooLarge}`);
  }
}

function fingerprint() {
  const hash = createHash('sha256').update(phraseTables());
  const inputs = [web, data, modules, path.join(root, 'tests/size')].flatMap(filesBelow);
  for (const file of [...inputs, path.join(root, 'package-lock.json')]) {
    hash.update(path.relative(root, file)).update('\0').update(read(file));
  }
  return hash.digest('hex');
}

async function main() {
  const stamp = path.join(root, 'build/dist.stamp');
  const mark = fingerprint();
  const weights = path.join(root, 'build/sizes.json');
  const done = fs.existsSync(stamp) && fs.existsSync(dist) && fs.existsSync(weights) && read(stamp).toString() === mark;
  if (!done || process.argv.includes('--force')) {
    fs.rmSync(stamp, { force: true });
    fs.rmSync(dist, { recursive: true, force: true });
    for (const one of bundles) {
      if (!one.wasm || fs.existsSync(path.join(modules, `${one.wasm}.wasm`))) await bundle(one);
      else console.log(`${one.out}: left out, since ${one.wasm}.wasm is not there`);
    }
    if (fs.existsSync(path.join(modules, 'core.wasm'))) await plainJavaScript('core');
    copyData();
    // For boards that are printed into a page; the element itself has it inside.
    write('town-board.css', await smallCss(path.join(web, 'town-board.css')));
    copyPages();
    compressAll();
    if (fs.existsSync(path.join(dist, 'townboard.js'))) writeManifest();
    fs.writeFileSync(weights, JSON.stringify(weigh()));
    fs.writeFileSync(stamp, mark);
  }
  print(JSON.parse(read(weights)));
}

await main();
