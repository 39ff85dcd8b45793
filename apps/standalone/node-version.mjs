/**
 * Refuses a Node that Landfall does not run on, in one sentence. Written for any Node that knows modules: on an old one
 * this file must still load to say so.
 */
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The versions that package.json allows: `^20.19.0 || >=24.0.0` and the like, as tested here without semver. */
const allows = (range, version) => {
  const numbers = (text) => text.split('.').map(Number);
  const isAtLeast = (one, other) => {
    const difference = [0, 1, 2].map((place) => one[place] - other[place]).find((each) => each !== 0);
    return difference === undefined || difference > 0;
  };
  const found = numbers(version);
  return range.split('||').some((part) => {
    const [, operator, text] = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(part.trim());
    const least = numbers(text);
    return isAtLeast(found, least) && (operator === '>=' || found[0] === least[0]);
  });
};

if (!allows(engines.node, process.versions.node)) {
  const ranges = engines.node
    .split(' || ')
    .map((part) => part.replace(/^\^(\d+)(.*)/, '$1 from $1$2').replace('>=', 'any from '));
  console.error(`Expected Node ${ranges.join(' or ')}, but this is ${process.version}.`);
  process.exit(1);
}
