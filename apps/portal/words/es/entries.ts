import type en from '../en/entries.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Clientes',
  leadPartner: 'Los clientes que usted atiende.',
  leadStaff: 'Abra el espacio de un cliente tal como él lo ve.',
  lead: 'Elija qué licencias quiere ver.',
  search: 'Buscar',
  none: 'No se ha encontrado a nadie',
  noneTodo: 'Pruebe con otro nombre.',
  empty: 'Aquí aún no hay ningún cliente',
  emptyTodo: 'En cuanto se le asigne uno, aparecerá aquí.',
  more: 'Mostrar más',
  workspace: 'Volver al espacio de trabajo',
} as const satisfies Same<typeof en>;
