import type { AlertKind } from '#business/alerts/rule.ts';
import type { FactSheet } from './factSheet.ts';
import { fill, heading } from './notice.ts';

/** Who reads: the customer's contact, or the vendor's owner of the customer (a machine of the vendor reads the same). */
export type Reader = 'contact' | 'owner';

/** A message as it is sent: its words hold no number that is not a fact. */
export type AlertMessage = { readonly subject: string; readonly text: string };

/**
 * Returns the message about an alert: what the use is, what the limit is, when it may be reached, what can be done, and
 * how to hear less. The same facts for every reader and channel. Nobody is blamed: growth is good news.
 */
export function writeAlert(kind: AlertKind, reader: Reader, facts: FactSheet): AlertMessage {
  const blocks = reader === 'contact' ? forContact(facts) : forOwner(kind, facts);
  return {
    subject: fill(subjects[reader][kind], facts),
    text: blocks.map((block) => fill(block, facts)).join('\n\n'),
  };
}

const subjects: { readonly [R in Reader]: { readonly [K in AlertKind]: string } } = {
  contact: {
    near: '{product}: {used} of {limit} {limitUnit} in use',
    forecast: '{product}: a look ahead at your {limitUnit}',
    crossed: '{product}: {used} of {limit} {limitUnit} in use',
  },
  owner: {
    near: '{customer}: {used} of {limit} {limitUnit} of {product} in use',
    forecast: '{customer}: the limit of {product} is likely to be reached soon',
    crossed: '{customer}: use of {product} went above its limit',
  },
};

function forContact(facts: FactSheet): string[] {
  return [
    'Dear {contact},',
    'A short word ahead of time, so that nothing takes you by surprise: your use of {product} is coming close to what {agreement} allows. Nothing is wrong, and nothing has to be done today. Your service, your data and your access stay as they are.',
    heading('What we see'),
    useLines.join('\n'),
    'What was agreed, in plain words: {plain}',
    ...whenReached(facts),
    heading('What can be done'),
    [
      'Whichever of these suits you best is fine with us:',
      '',
      ...upgradeLines(facts),
      '- keep what you have: we gladly help to find what is no longer needed;',
      '- tell us if this is only for a while, and we look together at what fits.',
    ].join('\n'),
    'Your agreement renews on {renewsOn}; more can be agreed with the renewal, too.',
    heading('Hearing less of this'),
    'If you would like fewer of these messages, or none, just answer with a word, or write to {ownerEmail}. It holds from then on.',
    'With thanks and kind regards,\n{owner}\n{ownerRole}\n{ownerEmail}',
  ];
}

function forOwner(kind: AlertKind, facts: FactSheet): string[] {
  const rules = [...facts.keys()].filter((id) => /^rule\d+$/.test(id));
  const crossed = kind === 'crossed';
  return [
    crossed
      ? '{customer} has gone above what {agreement} allows of {product}. The finding {finding} has the numbers and their proof; nobody has been told of it but you. Below is where use stands now.'
      : '{customer} is coming close to what {agreement} allows of {product}.',
    heading('What we see'),
    useLines.join('\n'),
    'What was agreed, in plain words: {plain}',
    ...(crossed ? [] : whenReached(facts)),
    ...(rules.length === 0
      ? []
      : [['This message is sent because', '', ...rules.map((id) => `- {${id}}`)].join('\n')]),
    ...(crossed ? [] : whatToOffer(facts)),
    heading('Hearing less of this'),
    crossed
      ? 'The finding on the page of the customer goes on from here. Which messages you get is set under Alerts.'
      : 'Acknowledge {alert} under Alerts, with a reason and, where it helps, a date: until then nobody is told again. Which messages you get is set there as well.',
  ];
}

const useLines = ['- In use: {used} of {limit} {limitUnit} ({percent} %)', '- Left: {left} {leftUnit}'];

function whatToOffer(facts: FactSheet): string[] {
  const lines = upgradeLines(facts);
  const none = 'No price is agreed for more, or nothing of the term is left: a new offer would be needed.';
  return [heading('What can be offered'), lines.length === 0 ? none : lines.join('\n')];
}

/** An estimate is told as one: between two days, and how sure. */
function whenReached(facts: FactSheet): string[] {
  if (!facts.has('earlyOn')) return [];
  const sure = 'This is an estimate from past use and no promise: about four of five such estimates hold.';
  if (!facts.has('lateOn'))
    return [
      `If use goes on as it did, the limit may be reached from {earlyOn} on; until when cannot be told yet. ${sure}`,
    ];
  if (facts.get('earlyOn')?.value === facts.get('lateOn')?.value)
    return [`If use goes on as it did, the limit is likely to be reached around {earlyOn}. ${sure}`];
  return [
    `If use goes on as it did, the limit is likely to be reached between {earlyOn} and {lateOn}. ${sure}`,
  ];
}

function upgradeLines(facts: FactSheet): string[] {
  return [...facts.keys()].flatMap((id) => {
    const [, is, kind] = /^((more|tier)\d+)Units$/.exec(id) ?? [];
    if (!is) return [];
    const what =
      kind === 'tier'
        ? `- go on to the next tier of the price list: {${is}Units} {${is}Unit} more`
        : `- add {${is}Units} {${is}Unit}`;
    // In a price by volume the next tier may cost less in all: then the amount has a minus, and says why.
    const why = facts.get(`${is}Total`)?.value.startsWith('-') ? ', as every unit costs less there' : '';
    return [`${what}, {${is}After} in all, for {${is}Total} through {priceThrough}${why};`];
  });
}
