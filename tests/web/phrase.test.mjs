// The library townboard/phrase: the examples of its page.
import { runExamples } from './examples.mjs';

runExamples('web/phrase.md');
