import type en from '../en/dates.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Échéances',
  lead: 'Ce qui reste ouvert et ce qui vient, le plus proche d’abord.',
  calendar: 'Ajouter à votre agenda',
  none: 'Aucune échéance à venir',
  noneTodo: 'Elles apparaissent ici dès qu’il y en a.',
  inZone: 'Jour selon le fuseau {zone}',
  term_start: 'Début du contrat',
  term_end: 'Dernier jour du contrat',
  renewal: 'Renouvellement',
  variation_end: 'Une autorisation prend fin',
  limit_change: 'Une limite change',
  price_change: 'Un prix change',
  duty_due: 'Un envoi de votre part est attendu',
  duty_overdue: 'Votre envoi était attendu le {on} ; nous ne l’avons pas encore reçu',
  grace_end: 'Dernier jour pour l’envoi',
  answer_due: 'Nous vous répondons d’ici là',
  quote_end: 'Une offre expire',
  changeFromTo: 'de {before} à {after}',
  changeTo: 'à {after}',
  forTime: 'pour la période du {from} au {through}',
} as const satisfies Same<typeof en>;
