import type { AgreementCommand } from '#business/agreements/agreement.lifecycle.ts';
import type { Agreement } from '#business/agreements/agreement.ts';
import { type LineTargets, lineCommands, refusalOf } from '#business/agreements/orderLineChanges.ts';
import {
  currentText,
  linesOf,
  orderLineColumns,
  orderLineFromFields,
  orderLineToFields,
} from '#business/agreements/orderLineFields.ts';
import { dateIn } from '#platform/instant.ts';
import { failure, type Problem, success } from '#platform/problem.ts';
import type { Fields } from '#platform/table/column.ts';
import { nested, type Paper, type PutContext } from './paper.ts';

/** Agreements by id, what their lines were as fields, and what shall become of lines. `tag` begins the ids of amendments. */
export type OrderLinesState = {
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly lines: Map<string, Fields>;
  readonly targets: Map<string, Map<string, NonNullable<ReturnType<LineTargets['get']>> | null>>;
  readonly tag: string;
};

/** Returns the state over some agreements before any row. */
export function orderLinesState(agreements: readonly Agreement[], tag: string): OrderLinesState {
  const fields = agreements.flatMap((agreement) =>
    linesOf(agreement).map((place) => orderLineToFields(place, currentText(agreement))),
  );
  return {
    agreements: new Map(agreements.map((agreement) => [currentText(agreement).id, agreement])),
    lines: new Map(fields.map((one) => [orderLinesPaper.nameOf(one), one])),
    targets: new Map(),
    tag,
  };
}

/** Returns the commands that bring one agreement to what its rows say. */
export function commandsFor(state: OrderLinesState, id: string, { now }: PutContext): AgreementCommand[] {
  const targets: LineTargets = state.targets.get(id) ?? new Map();
  return lineCommands(state.agreements.get(id)!, targets, { now, newId: (n) => `${state.tag}-${n}` });
}

/** Order lines of agreements, one a row. */
export const orderLinesPaper: Paper<OrderLinesState> = {
  columns: orderLineColumns,
  nameOf: ({ agreement, id }) => nested(agreement, id),
  subjectOf: ({ agreement = '' }, { agreements }) => {
    const known = agreements.get(agreement);
    return known ? currentText(known).customer : null;
  },
  read: ({ lines }, name) => lines.get(name),
  put: (state, fields, { now }) => {
    const { agreement: id = '' } = fields;
    const agreement = state.agreements.get(id);
    if (!agreement) return failure(unknownAgreement(id));
    const signed = currentText(agreement);
    const read = orderLineFromFields(fields, agreement, dateIn(now, signed.zone));
    if (!read.ok) return read;
    const place = linesOf(agreement).find(({ line }) => line.id === fields.id);
    if (place && read.value.signedOn !== place.signedOn) return failure(signedElsewhere(place.signedOn));
    const wrong = builtUpon(agreement, fields.id ?? '');
    if (wrong) return failure(wrong);
    targetsOf(state, id).set(read.value.line.id, read.value);
    state.lines.set(orderLinesPaper.nameOf(fields), orderLineToFields({ ...read.value, of: null }, signed));
    return success(undefined);
  },
  remove: (state, name) => {
    const [agreement = '', line = ''] = name.split(' ');
    const wrong = builtUpon(state.agreements.get(agreement)!, line);
    if (wrong) return failure(wrong);
    targetsOf(state, agreement).set(line, null);
    state.lines.delete(name);
    return success(undefined);
  },
  settle: (state, context) => {
    const refused = new Map<string, Problem>();
    for (const [id, targets] of state.targets) {
      const refusal = refusalOf(state.agreements.get(id)!, commandsFor(state, id, context));
      if (!refusal) continue;
      const { code, words } = refusal;
      const todo = 'Correct the lines of this agreement; none of them is taken as they are.';
      for (const line of targets.keys())
        refused.set(nested(id, line), { code, title: 'Refused', detail: `${id}: ${words}`, todo });
      state.targets.delete(id);
    }
    return refused;
  },
  list: ({ lines }) => [...lines.values()],
};

function targetsOf({ targets }: OrderLinesState, agreement: string) {
  const known = targets.get(agreement);
  if (known) return known;
  const made = new Map();
  targets.set(agreement, made);
  return made;
}

/** What an amendment says of a line would mean something else if the line changed beneath it. */
function builtUpon(agreement: Agreement, line: string): Problem | undefined {
  const later = agreement.amendments.find(
    ({ withdrawn, changes }) =>
      !withdrawn &&
      changes.some(
        (change) =>
          (change.kind === 'replaceQuantity' || change.kind === 'endOrderLine') && change.orderLine === line,
      ),
  );
  if (!later) return undefined;
  return {
    code: 'line_amended',
    title: 'Amended since',
    detail: `The amendment ${later.id} changes the line ${line}.`,
    todo: 'Record another amendment for what was signed since.',
    pointer: '/id',
  };
}

function signedElsewhere(signedOn: string): Problem {
  return {
    code: 'line_signed_elsewhere',
    title: 'Signed on another day',
    detail: `The line is known as signed on ${signedOn}.`,
    todo: 'Leave Signed on as it is or blank; for another order take another id.',
    pointer: '/signedOn',
  };
}

function unknownAgreement(id: string): Problem {
  return {
    code: 'agreement_unknown',
    title: 'Unknown agreement',
    detail: `There is no agreement ${id}.`,
    todo: 'Bring the agreement in first, or correct the id.',
    pointer: '/agreement',
  };
}
