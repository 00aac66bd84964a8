import type en from '../en/overview.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Ihre Lizenzen',
  allWithin: 'Alles liegt im vereinbarten Rahmen.',
  someClose:
    '{n, plural, one {Eine Grenze rückt} other {# Grenzen rücken}} näher; alles andere liegt im Rahmen.',
  closeOnly: '{n, plural, one {Eine Grenze rückt} other {# Grenzen rücken}} näher.',
  knownWithin: 'Was wir zählen können, liegt im vereinbarten Rahmen.',
  someUnknown:
    '{n, plural, one {Bei einer Zeile lässt sich noch nicht sagen, wo sie steht.} other {Bei # Zeilen lässt sich noch nicht sagen, wo sie stehen.}}',
  someAbove:
    '{n, plural, one {Eine Zahl liegt} other {# Zahlen liegen}} über dem Vereinbarten. Hier sehen Sie, worum es geht und was Sie tun können.',
  nothingKnown: 'Wo Ihre Nutzung steht, lässt sich noch nicht sagen.',
  noAgreement: 'Es gibt noch keine Vereinbarung',
  noAgreementTodo: 'Sobald eine unterschrieben ist, sehen Sie hier, was sie erlaubt und was Sie nutzen.',
  running: '{from} bis {until}',
  coming: 'beginnt am {from}',
  ended: 'endete am {until}',
  endedAgreements: '{n, plural, one {Eine beendete Vereinbarung} other {# beendete Vereinbarungen}}',
  howCounted: 'So wird gezählt',
  allowedNow: 'Was vereinbart ist',
  overTime: 'Im Zeitverlauf ansehen',
  whoCounts: 'Ansehen, wer gezählt wird',
  needMore: 'Möglichkeiten für mehr ansehen',
  ask: 'Dazu etwas fragen',
  moreGroups: '{n, plural, one {und eine weitere Gruppe} other {und # weitere Gruppen}}',
  nextDates: 'Nächste Termine',
  allDates: 'Alle Termine',
  contact: 'Ihr Kontakt',
  write: 'An {name} schreiben',
  sources: 'Woher die Zahlen kommen',
  source: 'Quelle',
  records: 'Datensätze',
  last: 'Zuletzt gemeldet',
  quiet: 'meldet sich nicht mehr',
  changed: 'Es gibt Neues',
} as const satisfies Same<typeof en>;
