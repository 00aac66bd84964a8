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
    'We counted twice, in two independent ways, and both counts agree. The list behind the number, unit by unit, is yours to see: just ask.',
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

function apologyBlocks(facts: FactSheet): string[] {
  return [
    'Dear {contact},',
    'This one is on us, and we are sorry.',
    heading('What we found'),
    facts.has('mistake')
      ? '{mistake}'
      : 'A mistake on our side made your use look higher than it was agreed to be.',
    'Because of it we counted {measured} where {agreement} allows {limit} {limitUnit}, between {peakFrom} and {peakUntil}.',
    heading('What remains in question'),
    'Nothing that you need to answer. If what we describe does not match what you saw, please tell us.',
    heading('How we propose to go forward'),
    'You owe nothing for this, and nothing changes in your service, your data or your access. We put the mistake right on our side and write to you by {replyBy} once it is done.',
    ...closing,
  ];
}

function correctionBlocks(facts: FactSheet): string[] {
  return [
    'Dear {contact},',
    'We counted again, and the number we gave you was too high. Please take this message in its place.',
    heading('What we found'),
    'Before: {measuredBefore}. Now: {measured}, where {agreement} allows {limit} {limitUnit} ({limitWords}).',
    heading('What remains in question'),
    questions(facts),
    heading('How we propose to go forward'),
    facts.get('excess')?.value === '0'
      ? 'Your use is within what we agreed. There is nothing for you to do.'
      : 'Only {excess} {excessUnit} remain above what is allowed. It would help us to hear from you by {replyBy} how you would like to go on.',
    ...cost(facts),
    ...closing,
  ];
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

/** Prices stand apart from the terms, and say plainly that no fee is among them. */
function cost(facts: FactSheet): string[] {
  if (!facts.has('priceTotal')) return [];
  const lines = [...facts.keys()].filter((id) => /^priceLabel\d+$/.test(id));
  return [
    heading('What adding the missing units would cost (apart from the terms above)'),
    [...lines.map((id) => `- {${id}}: {${id.replace('Label', 'Amount')}}`), '- Total: {priceTotal}'].join(
      '\n',
    ),
    'There is no fee and no penalty in this: it is the price in your agreement for the time that remains of it.',
  ];
}

const closing = [
  'Questions go straight to me; I answer for this and know the details.',
  'With thanks and kind regards,\n{owner}\n{ownerRole}\n{ownerEmail}',
];

function heading(words: string): string {
  return `${words}\n${'-'.repeat(words.length)}`;
}

/** Puts the facts in. A template that names a fact the sheet lacks is a bug, not a gap in a letter. */
function fill(template: string, facts: FactSheet): string {
  return template.replace(/\{(\w+)\}/g, (_, id: string) => {
    const fact = facts.get(id);
    if (!fact) throw new Error(`no fact ${id}`);
    return fact.shown;
  });
}

/**
 * Returns every number in a text that stands in no fact of the sheet: digits with their separators, looked up whole
 * among the numbers of all facts. Empty for every message we write.
 */
export function strayNumbers(text: string, facts: FactSheet): readonly string[] {
  const known = new Set([...facts.values()].flatMap((fact) => numbersIn(fact.shown)));
  return numbersIn(text).filter((number) => !known.has(number));
}

function numbersIn(text: string): string[] {
  return text.match(/\d+(?:[.,:/-]\d+)*/g) ?? [];
}
