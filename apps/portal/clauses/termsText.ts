import type { components } from '#apps/workspace/data/v1.d.ts';
import { windowText } from './countingText.ts';
import { amountOf, attributeName, type Tongue, unitsOf, valueList } from './tongue.ts';

type Schemas = components['schemas'];
type Clause = Schemas['PortalClause'];
type Right = Schemas['PortalRight'];
type AllowedPart = Schemas['PortalAllowedPart'];

/** Returns what a clause allows now, in one plain sentence. */
export function allowedText(tongue: Tongue, { allowed, measure, unit }: ClauseFacts): string {
  return allowed.limit === null
    ? restrictionText(tongue, allowed.attribute ?? '', allowed.values ?? [])
    : limitText(tongue, allowed.limit, measure, unit);
}

export type ClauseFacts = Pick<
  Clause,
  'allowed' | 'measure' | 'unit' | 'rights' | 'condition' | 'latenessSeconds'
>;

function limitText(tongue: Tongue, limit: string, measure: Clause['measure'], unit: Clause['unit']): string {
  const { terms, formats } = tongue;
  const names = unitsOf(tongue, unit);
  if (Number(limit) === 0) return terms('allow_nothing', names);
  const [part] = measure.parts;
  const when = windowText(tongue, measure.window);
  const shown = amountOf(tongue, limit, unit);
  const units = shown.slice(formats.number(limit).length + 1);
  const values = { limit: formats.number(limit), units, when };
  if (!part || measure.combine !== 'one') return terms('allow_combined', values);
  if (part.kind === 'unique') {
    return part.by === null || part.by === 'who'
      ? terms('allow_uniqueWho', values)
      : terms('allow_uniqueBy', { ...values, attribute: attributeName(tongue, part.by) });
  }
  return terms(`allow_${part.kind}`, values);
}

function restrictionText(tongue: Tongue, attribute: string, values: readonly string[]): string {
  const { terms } = tongue;
  const name = attributeName(tongue, attribute);
  if (values.length === 0) return terms('only_nothing', { attribute: name });
  const list = valueList(tongue, values, 'conjunction');
  const key = `only_${attribute.toLowerCase()}`;
  return terms.has(key) && key !== 'only_nothing'
    ? terms(key, { values: list })
    : terms('only', { attribute: name, values: list });
}

/** Returns all that bears on a limit besides the limit itself, a sentence each: tolerance, growth, changes, rights, conditions. */
export function termsDetails(tongue: Tongue, { allowed, rights, condition }: ClauseFacts): readonly string[] {
  const { terms, formats } = tongue;
  const { tolerance, sustain, grows, rule } = allowed;
  const changes = allowed.parts.filter(({ counts }) => counts).length > 1;
  return [
    ...(tolerance && Number(tolerance.value) !== 0
      ? [
          terms(tolerance.kind === 'units' ? 'toleranceUnits' : 'tolerancePercent', {
            n: formats.number(tolerance.value),
          }),
        ]
      : []),
    ...sustainText(tongue, sustain),
    ...(grows ? [terms('grows', { each: formats.number(grows.each), of: grows.of })] : []),
    ...(rule && changes ? [terms(`rule_${rule}`)] : []),
    ...rights.map((right) => rightText(tongue, right)),
    ...(condition ? [conditionText(tongue, condition)] : []),
  ];
}

function sustainText({ terms }: Tongue, { kind, count }: Clause['allowed']['sustain']): string[] {
  const n = Number(count);
  if (kind === 'windows') return n > 1 ? [terms('sustainWindows', { n })] : [];
  if (n === 0) return [];
  const minutes = Math.round(n / 60);
  return [
    minutes % 60 === 0
      ? terms('sustainHours', { hours: minutes / 60 })
      : terms('sustainMinutes', { minutes: Math.max(1, minutes) }),
  ];
}

/** Returns a rule about which use counts, with its dates. */
export function rightText(tongue: Tongue, right: Right): string {
  const { terms, formats } = tongue;
  const attribute = attributeName(tongue, right.attribute ?? '');
  const values = valueList(tongue, right.values);
  switch (right.kind) {
    case 'freeUse':
      return right.upTo === null
        ? terms('freeUse', { attribute, values })
        : terms('freeUseUpTo', { upTo: formats.number(right.upTo), attribute, values });
    case 'pool':
      return terms('pool', { attribute, values: valueList(tongue, right.values, 'conjunction') });
    case 'reassignment':
      return terms('reassignment', { days: right.days ?? 0 });
    case 'rulingSource':
      return terms('rulingSource', { sources: right.sources.join(', ') });
    case 'maintenance':
      return terms('maintenance', { day: formats.day(right.releasedBefore ?? '') });
  }
}

function conditionText(tongue: Tongue, { kind, of }: Schemas['PortalCondition']): string {
  const { terms, formats } = tongue;
  const conditions = of.map(({ fact, is, value }) =>
    terms(is, { fact: attributeName(tongue, fact), value: formats.number(value) }),
  );
  return terms(kind === 'any' ? 'conditionAny' : 'conditionAll', {
    conditions: formats.list(conditions, kind === 'any' ? 'disjunction' : 'conjunction'),
  });
}

/** Returns where one part of what is allowed comes from. */
export function partText({ terms }: Tongue, { kind, of, source }: AllowedPart): string {
  if (kind === 'order') return source ? terms('part_orderOn', { source }) : terms('part_order');
  return kind === 'limit' || kind === 'allowed' ? terms(`part_${kind}`) : terms(`part_${kind}`, { of });
}
