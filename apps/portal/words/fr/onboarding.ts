import type en from '../en/onboarding.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Comment fonctionne votre licence',
  lead: 'Une règle par page : ce qu’elle dit, comment nous comptons et ce qui aide quand elle devient juste.',
  steps: 'Règles',
  place: '{n} sur {all}',
  isNew: 'Nouveau',
  isChanged: 'Modifié : {parts}',
  wording: 'formulation',
  allowed: 'ce qui est permis',
  counting: 'décompte',
  rights: 'usage pris en compte',
  rule: 'La règle',
  counted: 'Comment nous comptons',
  example: 'Un exemple tiré de votre propre usage',
  exampleLeft:
    'Pour la période {span}, nous avons compté : {value}. Avec une limite de {limit}, il reste {left}.',
  exampleOver:
    'Pour la période {span}, nous avons compté : {value}. Avec une limite de {limit}, cela fait {over} de plus.',
  tight: 'Quand cela devient juste',
  see_who_counts:
    'Voyez qui et quoi est compté ; si un chiffre semble faux, dites-le-nous là : nous vérifions et vous donnons un jour.',
  free_what_is_unused: 'Libérez ce qui n’est plus utilisé.',
  set_alert: 'Faites-vous prévenir avant que la limite ne soit atteinte.',
  ask: 'Demandez à {name}.',
  way_up: 'Comparez les façons d’obtenir plus, avec leur prix.',
  understood: 'Compris',
  next: 'Suivant',
  previous: 'Retour',
  doneTitle: 'C’est tout',
  doneLead: 'Vous connaissez vos règles. Si l’une d’elles change, nous vous la montrons ici de nouveau.',
  toOverview: 'Aller à la vue d’ensemble',
  again: 'Les relire',
  none: 'Il n’y a pas encore de règles',
  noneTodo: 'Dès qu’un contrat est signé, il est expliqué ici.',
} as const satisfies Same<typeof en>;
