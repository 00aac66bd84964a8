// Opens the data folder it is given, adds rows one transaction at a time and says each number once it is committed.
import { openDatabase } from '#platform/database/open.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { fromMilliseconds } from '#platform/instant.ts';
import { execute } from '#platform/journal/journal.ts';
import { tally } from './tally.ts';

const [folder = ''] = process.argv.slice(2);
const database = await openDatabase({ dataFolder: folder, url: '' });
console.log('open');
process.on('SIGTERM', () => database.close().then(() => process.exit(0)));
for (;;) {
  const done = await withScope(database.app, { customers: [vendorWide], actor: 'writer' }, (tx) =>
    execute(tx, {
      ...tally,
      id: 'one',
      customer: null,
      actor: 'writer',
      now: fromMilliseconds(0),
      command: 'count',
    }),
  );
  if (done.kind === 'done') console.log(String(done.version));
}
