import type en from '../en/overview.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Sus licencias',
  allWithin: 'Todo está dentro de lo acordado.',
  someClose:
    '{n, plural, one {Se acerca un límite} other {Se acercan # límites}}; todo lo demás está dentro de lo acordado.',
  closeOnly: '{n, plural, one {Se acerca un límite} other {Se acercan # límites}}.',
  knownWithin: 'Lo que podemos contar está dentro de lo acordado.',
  someUnknown:
    '{n, plural, one {De una línea aún no podemos decir cómo está.} other {De # líneas aún no podemos decir cómo están.}}',
  someAbove:
    '{n, plural, one {Una cifra está} other {# cifras están}} por encima de lo acordado. Aquí ve de qué se trata y qué puede hacer.',
  nothingKnown: 'Aún no podemos decir cómo está su uso.',
  noAgreement: 'Aún no hay ningún contrato',
  noAgreementTodo: 'En cuanto se firme uno, aquí verá lo que permite y lo que usa.',
  running: 'del {from} al {until}',
  coming: 'comienza el {from}',
  ended: 'terminó el {until}',
  endedAgreements: '{n, plural, one {Un contrato terminado} other {# contratos terminados}}',
  howCounted: 'Cómo contamos',
  allowedNow: 'Lo acordado',
  overTime: 'Ver la evolución',
  whoCounts: 'Ver quién cuenta',
  needMore: 'Ver cómo obtener más',
  ask: 'Preguntar sobre esto',
  moreGroups: '{n, plural, one {y un grupo más} other {y # grupos más}}',
  nextDates: 'Próximas fechas',
  allDates: 'Todas las fechas',
  contact: 'Su contacto',
  write: 'Escribir a {name}',
  sources: 'De dónde salen las cifras',
  source: 'Fuente',
  records: 'Registros',
  last: 'Últimos datos',
  quiet: 'ya no envía datos',
  changed: 'Hay novedades',
} as const satisfies Same<typeof en>;
