import type en from '../en/dates.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Fechas',
  lead: 'Lo que sigue abierto y lo que viene, lo más próximo primero.',
  calendar: 'Añadir a su calendario',
  none: 'No hay fechas pendientes',
  noneTodo: 'Aparecerán aquí en cuanto las haya.',
  inZone: 'Día según la zona {zone}',
  term_start: 'Comienza el contrato',
  term_end: 'Último día del contrato',
  renewal: 'Renovación',
  variation_end: 'Termina una autorización',
  limit_change: 'Cambia un límite',
  price_change: 'Cambia un precio',
  duty_due: 'Vence algo que usted nos envía',
  duty_overdue: 'Su envío vencía el {on}; todavía no nos ha llegado',
  grace_end: 'Último día para enviarlo',
  answer_due: 'Le respondemos a más tardar este día',
  quote_end: 'Vence una oferta',
  changeFromTo: 'de {before} a {after}',
  changeTo: 'a {after}',
  forTime: 'para el período del {from} al {through}',
} as const satisfies Same<typeof en>;
