import type en from '../en/overview.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Vos licences',
  allWithin: 'Tout est dans le cadre convenu.',
  someClose:
    '{n, plural, one {Une limite approche} other {# limites approchent}} ; le reste est dans le cadre.',
  closeOnly: '{n, plural, one {Une limite approche} other {# limites approchent}}.',
  knownWithin: 'Ce que nous pouvons compter est dans le cadre convenu.',
  someUnknown:
    '{n, plural, one {Pour une ligne, nous ne pouvons pas encore dire où elle en est.} other {Pour # lignes, nous ne pouvons pas encore dire où elles en sont.}}',
  someAbove:
    '{n, plural, one {Un chiffre est} other {# chiffres sont}} au-dessus de ce qui était convenu. Voici de quoi il s’agit et ce que vous pouvez faire.',
  nothingKnown: 'Nous ne pouvons pas encore dire où en est votre usage.',
  noAgreement: 'Il n’y a pas encore de contrat',
  noAgreementTodo: 'Dès qu’un contrat est signé, vous voyez ici ce qu’il permet et ce que vous utilisez.',
  running: 'du {from} au {until}',
  coming: 'commence le {from}',
  ended: 'terminé le {until}',
  endedAgreements: '{n, plural, one {Un contrat terminé} other {# contrats terminés}}',
  howCounted: 'Comment nous comptons',
  allowedNow: 'Ce qui est convenu',
  overTime: 'Voir l’évolution',
  whoCounts: 'Voir qui est compté',
  needMore: 'Voir comment obtenir plus',
  ask: 'Poser une question',
  moreGroups: '{n, plural, one {et un autre groupe} other {et # autres groupes}}',
  nextDates: 'Prochaines échéances',
  allDates: 'Toutes les échéances',
  contact: 'Votre contact',
  write: 'Écrire à {name}',
  sources: 'D’où viennent les chiffres',
  source: 'Source',
  records: 'Enregistrements',
  last: 'Dernières données',
  quiet: 'ne répond plus',
  changed: 'Il y a du nouveau',
} as const satisfies Same<typeof en>;
