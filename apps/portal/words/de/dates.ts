import type en from '../en/dates.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Termine',
  lead: 'Was offen ist und was ansteht, das Nächste zuerst.',
  calendar: 'In Ihren Kalender übernehmen',
  none: 'Es stehen keine Termine an',
  noneTodo: 'Sie erscheinen hier, sobald es welche gibt.',
  inZone: 'Der Tag gilt für {zone}',
  term_start: 'Die Vereinbarung beginnt',
  term_end: 'Letzter Tag der Vereinbarung',
  renewal: 'Zur Verlängerung',
  variation_end: 'Eine Bewilligung endet',
  limit_change: 'Eine Grenze ändert sich',
  price_change: 'Ein Preis ändert sich',
  duty_due: 'Etwas von Ihnen wird fällig',
  duty_overdue: 'War am {on} fällig; bei uns ist es noch nicht angekommen',
  grace_end: 'Letzter Tag dafür',
  answer_due: 'Bis dahin antworten wir Ihnen',
  quote_end: 'Ein Angebot läuft ab',
  changeFromTo: 'von {before} auf {after}',
  changeTo: 'auf {after}',
  forTime: 'für {from} bis {through}',
} as const satisfies Same<typeof en>;
