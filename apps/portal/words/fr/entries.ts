import type en from '../en/entries.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Clients',
  leadPartner: 'Les clients que vous suivez.',
  leadStaff: 'Ouvrez l’espace d’un client tel qu’il le voit.',
  lead: 'Choisissez les licences que vous souhaitez voir.',
  search: 'Rechercher',
  none: 'Personne trouvé',
  noneTodo: 'Essayez un autre nom.',
  empty: 'Il n’y a pas encore de client ici',
  emptyTodo: 'Dès qu’un client vous est confié, il apparaît ici.',
  more: 'Afficher plus',
  workspace: 'Retour à l’espace de travail',
} as const satisfies Same<typeof en>;
