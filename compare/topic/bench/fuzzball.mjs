// Scores the pairs of standard input with npm's fuzzball, one result a line.
// Usage: node fuzzball.mjs FOLDER < pairs.jsonl, where FOLDER/node_modules has it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(resolve(process.argv[2], 'x.js'));
const fuzz = require('fuzzball');
const { version } = require('fuzzball/package.json');
const pairs = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

for (const scorer of ['token_set_ratio', 'token_sort_ratio', 'WRatio', 'partial_ratio', 'ratio']) {
  const score = fuzz[scorer];
  for (const p of pairs.slice(0, 1000)) score(p.a, p.b); // compiled by now
  const begin = process.cpuUsage();
  const scores = pairs.map((p) => score(p.a, p.b)); // lower case and without punctuation, its default
  const spent = process.cpuUsage(begin);
  const seconds = (spent.user + spent.system) / 1e6;
  console.log(JSON.stringify({ tool: `fuzzball ${version}`, scorer, pairs: pairs.length, seconds, scores }));
}
