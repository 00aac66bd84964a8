import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type YAMLMap,
} from 'yaml';
import { strangeCharacter } from './decodeText.ts';
import type { Problem } from './problem.ts';

/** JSON without numbers: a number is the text that stands in the file, so that decimals stay exact. */
export type Plain = string | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** One document of a file. `lines` gives the line of each value by JSON pointer. */
export type YamlDocument = {
  readonly value: Plain;
  readonly line: number;
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
};

const deepest = 100;
const mostDocuments = 1_000;
const mostNodes = 1_000_000;
const mostAliases = 100;

/**
 * Returns the documents of a YAML 1.2 (so also JSON) text. Numbers stay text; true, false and null are read, yes and
 * on are words. Never more than 100 levels deep: the composer behind is recursive, so the depth is checked before it.
 */
export function readDocuments(text: string): { documents: YamlDocument[] } | { problem: Problem } {
  const counter = new LineCounter();
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const tokens: CST.Token[] = [];
  const parser = new Parser(counter.addNewLine);
  counter.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > deepest + 2) return { problem: tooDeep(lineAt(parser.offset)) };
  }
  for (const token of parser.end()) tokens.push(token);
  // Duplicate keys are found by the walk below: the composer compares each key with all before it.
  const options = { version: '1.2', schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const;
  const documents: YamlDocument[] = [];
  for (const document of new Composer({ ...options, lineCounter: counter }).compose(tokens)) {
    if (documents.length === mostDocuments) {
      const detail = `The file holds more than ${mostDocuments} documents.`;
      return { problem: problem('yaml_too_many', detail, 'Split the file.', lineAt(document.range[0])) };
    }
    if (document.contents !== null || document.errors.length > 0) {
      documents.push(walkDocument(document, lineAt));
    }
  }
  return { documents };
}

function problem(code: string, detail: string, todo: string, line: number, pointer?: string): Problem {
  const base = { code, title: 'Cannot be read as YAML', detail, todo, line };
  return pointer === undefined ? base : { ...base, pointer };
}

const tooDeep = (line: number): Problem =>
  problem('yaml_too_deep', `Values are nested more than ${deepest} levels deep.`, 'Use fewer levels.', line);

type Walk = {
  readonly lineAt: (offset: number) => number;
  readonly lines: Map<string, number>;
  readonly anchors: Map<string, Node>;
  readonly problems: Problem[];
  nodes: number;
  aliases: number;
};

/** Thrown and caught in this file only, to leave the walk at once. */
class Exhausted extends Error {
  readonly problem: Problem;
  constructor(reason: Problem) {
    super(reason.detail);
    this.problem = reason;
  }
}

function walkDocument(document: Document.Parsed, lineAt: (offset: number) => number): YamlDocument {
  const line = lineAt(document.contents?.range?.[0] ?? document.range[0]);
  const lines = new Map<string, number>();
  const problems = syntaxProblems(document, lineAt);
  if (problems.length > 0) return { value: null, line, lines, problems };
  const walk: Walk = { lineAt, lines, anchors: new Map(), problems, nodes: 0, aliases: 0 };
  try {
    const value = plainValue(document.contents, '', 0, walk);
    return { value, line, lines, problems };
  } catch (error) {
    if (error instanceof Exhausted) return { value: null, line, lines, problems: [error.problem] };
    throw error;
  }
}

function syntaxProblems(document: Document.Parsed, lineAt: (offset: number) => number): Problem[] {
  const problems = [...document.errors, ...document.warnings].slice(0, 100).map((error) => {
    const tag = error.code === 'TAG_RESOLVE_FAILED';
    const todo = tag
      ? 'Remove the tag.'
      : 'Correct the line; check indentation, quotes and brackets near it.';
    return problem(tag ? 'yaml_tag' : 'yaml_syntax', error.message, todo, lineAt(error.pos[0]));
  });
  if (document.directives.yaml.explicit && document.directives.yaml.version !== '1.2') {
    const detail = `The file says it is YAML ${document.directives.yaml.version}; only 1.2 is read.`;
    problems.push(problem('yaml_version', detail, 'Remove the %YAML line.', lineAt(document.range[0])));
  }
  return problems;
}

function plainValue(node: Node | null, pointer: string, depth: number, walk: Walk): Plain {
  if (node === null) return null;
  const line = walk.lineAt(node.range?.[0] ?? 0);
  if (!walk.lines.has(pointer)) walk.lines.set(pointer, line);
  walk.nodes += 1;
  if (depth > deepest) throw new Exhausted(tooDeep(line));
  if (walk.nodes > mostNodes) {
    throw new Exhausted(
      problem('yaml_too_many', `The file holds more than ${mostNodes} values.`, 'Split it.', line),
    );
  }
  if (isAlias(node)) return plainValue(aliased(node.source, line, walk), pointer, depth + 1, walk);
  if ('anchor' in node && node.anchor) walk.anchors.set(node.anchor, node);
  if (isScalar(node)) return scalar(node.value, node.type === 'PLAIN' && !node.tag, line, pointer, walk);
  if (isSeq(node)) {
    return node.items.map((item, i) => plainValue(item as Node | null, `${pointer}/${i}`, depth + 1, walk));
  }
  return isMap(node) ? plainMap(node, pointer, depth, walk) : null;
}

function aliased(name: string, line: number, walk: Walk): Node {
  walk.aliases += 1;
  const todo = 'Write the values out instead of repeating them by *name.';
  if (walk.aliases > mostAliases) {
    throw new Exhausted(
      problem('yaml_alias', `More than ${mostAliases} values are repeated by *name.`, todo, line),
    );
  }
  const node = walk.anchors.get(name);
  if (!node)
    throw new Exhausted(problem('yaml_alias', `No value before this is named &${name}.`, todo, line));
  return node;
}

function scalar(value: unknown, isPlain: boolean, line: number, pointer: string, walk: Walk): Plain {
  const text = String(value ?? '');
  if (isPlain && /^(~|null|Null|NULL|)$/.test(text)) return null;
  if (isPlain && /^(true|True|TRUE|false|False|FALSE)$/.test(text)) return /^t/i.test(text);
  if (strangeCharacter(text) >= 0) {
    const detail = 'The text holds a control character, written as an escape.';
    walk.problems.push(problem('text_control', detail, 'Delete that character.', line, pointer));
  }
  return text;
}

function plainMap(node: YAMLMap, pointer: string, depth: number, walk: Walk): Plain {
  const result: Record<string, Plain> = Object.create(null);
  const firstLine = new Map<string, number>();
  for (const pair of node.items) {
    const key = pair.key as Node | null;
    const line = walk.lineAt(key?.range?.[0] ?? node.range?.[0] ?? 0);
    if (!isScalar(key)) {
      const detail = 'A key must be one word, not a list or a map.';
      walk.problems.push(problem('yaml_key', detail, 'Write the key as one word.', line, pointer));
      continue;
    }
    const name = String(key.value ?? '');
    const at = `${pointer}/${escaped(name)}`;
    const before = firstLine.get(name);
    if (before !== undefined) {
      const detail = `The key ${JSON.stringify(name.slice(0, 80))} was given on line ${before} already.`;
      walk.problems.push(problem('yaml_duplicate_key', detail, 'Keep one of the two.', line, at));
      continue;
    }
    firstLine.set(name, line);
    walk.lines.set(at, line);
    result[name] = plainValue(pair.value as Node | null, at, depth + 1, walk);
  }
  return result;
}

/** Returns a name as one part of a JSON pointer (RFC 6901). */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
