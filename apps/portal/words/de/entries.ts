import type en from '../en/entries.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Kunden',
  leadPartner: 'Die Kunden, die Sie betreuen.',
  leadStaff: 'Öffnen Sie den Bereich eines Kunden so, wie er ihn sieht.',
  lead: 'Wählen Sie, wessen Lizenzen Sie sehen möchten.',
  search: 'Suchen',
  none: 'Niemand gefunden',
  noneTodo: 'Versuchen Sie einen anderen Namen.',
  empty: 'Hier gibt es noch keinen Kunden',
  emptyTodo: 'Sobald Ihnen einer anvertraut wird, erscheint er hier.',
  more: 'Mehr zeigen',
  workspace: 'Zurück zum Arbeitsbereich',
} as const satisfies Same<typeof en>;
