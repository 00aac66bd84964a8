import type { FactSheet } from './factSheet.ts';

/** A message as it would be sent: its words hold no number that is not a fact. */
export type Notice = {
  readonly kind: 'notice' | 'apology' | 'correction';
  readonly subject: string;
  readonly text: string;
};

/**
 * Returns the e-mail about a finding, in three parts: what we found, what remains in question, how we propose to go
 * forward; what it would cost stands in a block of its own, apart from the terms.
 */
export function writeNotice(kind: Notice['kind'], facts: FactSheet): Notice {
  const subject = fill(subjects[kind], facts);
  const blocks = { notice: noticeBlocks, apology: apologyBlocks, correction: correctionBlocks }[kind](facts);
  return { kind, subject, text: blocks.map((block) => fill(block, facts)).join('\n\n') };
}

const subjects = {
  notice: 'Your use of {product}: what we see, and how we can put it right together',
  apology: 'Our mistake with your {product} license: our apologies, and what happens now',
  correction: 'A correction to what we wrote about your use of {product}',
};

function noticeBlocks(facts: FactSheet): string[] {
  return [
    'Dear {contact},',
    opening(facts),
    heading('What we found'),
    'What {agreement} says, in plain words: {plain}',
    'How it is counted: {measuredAs}.',
    (facts.has('allowedSet') ? seenOutside : seenAbove).join('\n'),
    ...ourPart(facts),
    `${countedTwice(facts)} The list behind the number, unit by unit, is yours to see: just ask.`,
    heading('What remains in question'),
    questions(facts),
    heading('How we propose to go forward'),
    [
      'Whichever of these suits you best is fine with us:',
      '',
      ...(facts.has('priceTotal')
        ? ['- add what is missing to your agreement, at the price shown below;']
        : []),
      facts.has('allowedSet')
        ? '- bring use back to what is allowed for {attribute}, {allowedSet}; we gladly help to find where it comes from;'
        : '- bring use back to {limit} {limitUnit}; we gladly help to find what is no longer needed;',
      ...(facts.has('allowedSet') ? ['- ask us to allow more than that, for a while or for good;'] : []),
      '- tell us what we have missed: growth, a misunderstanding, a setting gone astray. Then we look at it together before anything else.',
    ].join('\n'),
    'It would help us to hear from you by {replyBy}. Until we have talked nothing changes: your service, your data and your access stay as they are. Your agreement renews on {renewsOn}.',
    ...cost(facts),
    ...closing,
  ];
}

const seenAbove = [
  '- Allowed: {limit} {limitUnit} ({limitWords})',
  '- Measured: {measured}, between {peakFrom} and {peakUntil}',
  '- Above what is allowed: {excess} {excessUnit}',
  '- First seen above: {since}; last: {runUntil}; {windows} {periods} in all',
];

const seenOutside = [
  '- Allowed for {attribute}: {allowedSet}',
  '- Seen besides: {outside}',
  '- In all {measured} {unit}, between {peakFrom} and {peakUntil}',
  '- First seen: {since}; last: {runUntil}; {windows} {periods} in all',
];

/** We counted it because of our mistakes only where they explain all of it. */
function apologyBlocks(facts: FactSheet): string[] {
  const what = mistakes(facts);
  const cause = facts.get('ourMistake')?.value === 'all' ? 'Because of it we' : 'We';
  return [
    'Dear {contact},',
    'This one is on us, and we are sorry.',
    heading('What we found'),
    ...(what.length > 0
      ? what
      : ['A mistake on our side made your use look higher than it was agreed to be.']),
    `${cause} counted {measured} where {agreement} allows {limit} {limitUnit}, between {peakFrom} and {peakUntil}.`,
    heading('What remains in question'),
    'Nothing that you need to answer. If what we describe does not match what you saw, please tell us.',
    heading('How we propose to go forward'),
    'You owe nothing for this, and nothing changes in your service, your data or your access. We put the mistake right on our side and write to you by {replyBy} once it is done.',
    ...closing,
  ];
}

function correctionBlocks(facts: FactSheet): string[] {
  const cleared = facts.has('cleared');
  const within = cleared || facts.get('excess')?.value === '0';
  return [
    'Dear {contact},',
    cleared
      ? 'We looked again, and what we wrote to you no longer stands. Please take this message in its place.'
      : 'We counted again, and the number we gave you was too high. Please take this message in its place.',
    heading('What we found'),
    cleared
      ? 'Before: {measuredBefore}, between {peakFrom} and {peakUntil}, and so {excessBefore} {excessBeforeUnit} above what is allowed. Now: none of it is above what {agreement} allows.'
      : 'Before: {measuredBefore}. Now: {measured}, where {agreement} allows {limit} {limitUnit} ({limitWords}).',
    ...(within ? [] : ourPart(facts)),
    heading('What remains in question'),
    within ? 'Nothing that you need to answer.' : questions(facts),
    heading('How we propose to go forward'),
    within
      ? 'Your use is within what we agreed. There is nothing for you to do.'
      : 'Only {excess} {excessUnit} remain above what is allowed. It would help us to hear from you by {replyBy} how you would like to go on.',
    ...(within ? [] : cost(facts)),
    ...closing,
  ];
}

function mistakes(facts: FactSheet): string[] {
  return [...facts.keys()].filter((id) => /^mistake\d+$/.test(id)).map((id) => `{${id}}`);
}

/** Where a mistake of ours explains a part, that part is told with the numbers, and no price is named before it is off them. */
function ourPart(facts: FactSheet): string[] {
  if (!facts.has('ourMistake')) return [];
  const what = mistakes(facts);
  const lead = 'Part of this is a mistake of our own, and we are sorry.';
  const explained =
    what.length > 0
      ? `It explains {mistakeUnits} {mistakeUnit} of what we found above. You owe nothing for that.`
      : 'You owe nothing for that.';
  return [
    [lead, ...what, explained].join(' '),
    'We work out again, without our mistake, what is left, and ask for no money until we have told you the result.',
  ];
}

function countedTwice(facts: FactSheet): string {
  return facts.get('counts')?.value === 'agree'
    ? 'We counted twice, in two independent ways, and both counts agree.'
    : 'We counted twice, in two independent ways, and the counts do not agree yet.';
}

function opening(facts: FactSheet): string {
  const memory = facts.has('goodExperience') ? ' {goodExperience}' : '';
  return `Thank you for working with us since {sinceYear}.${memory} We write because what we see of your use of {product} differs from what we agreed, and we would rather tell you early and openly. Use grows, settings change; we take it that this happened in the course of good work, and we want to find the way on that serves {customer} best.`;
}

function questions(facts: FactSheet): string {
  const open = [...facts.keys()].filter((id) => /^question\d+$/.test(id));
  if (open.length === 0)
    return 'Nothing that we know of. You know your own use better than we do, so please say where we are wrong.';
  return ['We are not sure of everything yet:', '', ...open.map((id) => `- {${id}}`)].join('\n');
}

/** Prices stand apart from the terms, and say plainly which of them are fixed fees, and that none is a penalty. */
function cost(facts: FactSheet): string[] {
  if (facts.has('feesPausedThrough'))
    return ['Fees are paused through {feesPausedThrough}: nothing is asked for in this time.'];
  if (!facts.has('priceTotal')) return [];
  const lines = [...facts.keys()].filter((id) => /^priceLabel\d+$/.test(id));
  return [
    heading('What adding the missing units would cost (apart from the terms above)'),
    'For {priceFrom} to {priceThrough}, both days included:',
    [...lines.map((id) => `- {${id}}: {${id.replace('Label', 'Amount')}}`), '- Total: {priceTotal}'].join(
      '\n',
    ),
    feesAmong(facts),
  ];
}

function feesAmong(facts: FactSheet): string {
  const fees = [...facts.keys()].filter((id) => /^priceFee\d+$/.test(id)).map((id) => `“{${id}}”`);
  if (fees.length === 0)
    return 'There is no fee and no penalty in this: it is the price in your agreement for those days.';
  const are = fees.length === 1 ? 'is a fixed fee' : 'are fixed fees';
  return `Of these lines ${fees.join(' and ')} ${are} of the price list. None of the lines is a penalty: it is the price in your agreement for those days.`;
}

const closing = [
  'Questions go straight to me; I answer for this and know the details.',
  'With thanks and kind regards,\n{owner}\n{ownerRole}\n{ownerEmail}',
];

/** Returns words as a heading of a plain text, underlined. */
export function heading(words: string): string {
  return `${words}\n${'-'.repeat(words.length)}`;
}

/** Returns a template with the facts put in. A template that names a fact the sheet lacks is a bug, not a gap in a letter. */
export function fill(template: string, facts: FactSheet): string {
  return template.replace(/\{(\w+)\}/g, (_, id: string) => {
    const fact = facts.get(id);
    if (!fact) throw new Error(`no fact ${id}`);
    return fact.shown;
  });
}

/**
 * Returns every number in a text that no fact of the sheet vouches for; empty for every message we write. Names, quotes
 * and whole dates and amounts of the sheet are taken out first, so that no digit of theirs vouches for another number;
 * what is left has to be a number of the sheet. Words of our own (`text`) vouch for nothing.
 */
export function strayNumbers(text: string, facts: FactSheet): readonly string[] {
  const written = [...facts.values()].flatMap(({ kind, shown, value }) => {
    if (kind === 'number' || kind === 'text') return [];
    return kind === 'date' ? [shown, value] : [shown];
  });
  const known = new Set(
    [...facts.values()].flatMap(({ kind, shown }) => (kind === 'number' ? numbersIn(shown) : [])),
  );
  const rest = written
    .filter((words) => /\d/.test(words))
    .sort((a, b) => b.length - a.length)
    .reduce(without, text);
  return numbersIn(rest).filter((number) => !known.has(number));
}

/** Takes words out where they stand whole: `AG-1` is not in `AG-12`, `€9` not in `€9.50`. */
function without(text: string, words: string): string {
  const literal = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}]|\\d[.,])${literal}(?![\\p{L}\\p{N}]|[.,]\\d)`, 'gu'),
    ' ',
  );
}

function numbersIn(text: string): string[] {
  return text.match(/\d+(?:[.,:/-]\d+)*/g) ?? [];
}
