// npm run conformance: published vendor examples and their twins, from files; the last line is "N passed, N failed".
import { foldersIn, outcomeOf, outcomeOfList, places } from './suite.ts';

const outcomes = [];
for (const folder of foldersIn(places)) outcomes.push(await outcomeOf(folder, places));
outcomes.push(outcomeOfList(places));

for (const { name, figures, wrong } of outcomes) {
  const said = wrong.length === 0 ? figures : wrong;
  console.log(`${wrong.length === 0 ? 'pass' : 'FAIL'}  ${name.padEnd(38)}  ${said.join('; ')}`);
}
const failed = outcomes.filter(({ wrong }) => wrong.length > 0).length;
console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
