import { marked, type Token, type Tokens } from 'marked';

/** What a page of the guide is shown by: texts, and elements of a closed list. Nothing of it is ever read as HTML. */
export type GuideNode = string | GuideElement;
export type GuideElement = {
  readonly tag: GuideTag;
  readonly children: readonly GuideNode[];
  /** The id of a heading, by which a part of the page is named. */
  readonly id?: string;
  /** Where a link leads: another page of the guide (`alerts#sending`) or an address elsewhere. */
  readonly guide?: string;
  readonly href?: string;
};
export type GuideTag =
  | 'h2'
  | 'h3'
  | 'h4'
  | 'p'
  | 'ul'
  | 'ol'
  | 'li'
  | 'pre'
  | 'code'
  | 'strong'
  | 'em'
  | 'a'
  | 'blockquote'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'
  | 'br'
  | 'hr';

/** A page of the guide: its title and what follows it. */
export type GuidePage = { readonly title: string; readonly nodes: readonly GuideNode[] };

/** Returns a page of the guide from its Markdown. HTML in it is shown as the text it is; images are left out. */
export function guidePage(markdown: string): GuidePage {
  const tokens = marked.lexer(markdown);
  const first = tokens.find((token): token is Tokens.Heading => token.type === 'heading');
  const rest = tokens.filter((token) => token !== first);
  return { title: first ? plainText(first.tokens) : '', nodes: blocks(rest) };
}

/** Returns the id of a heading, as links of the guide name it: `When an alert is due` → `when-an-alert-is-due`. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

function blocks(tokens: readonly Token[]): GuideNode[] {
  return tokens.flatMap((token) => block(token));
}

function block(token: Token): GuideNode[] {
  const known = token as Tokens.Generic;
  switch (token.type) {
    case 'heading': {
      // The title of the page is a heading of its own; what stands under it comes one step deeper.
      const tag = ({ 1: 'h2', 2: 'h3' } as const)[known.depth as 1 | 2] ?? 'h4';
      return [{ tag, id: slug(plainText(known.tokens)), children: inline(known.tokens) }];
    }
    case 'paragraph':
      return [{ tag: 'p', children: inline(known.tokens) }];
    case 'code':
      return [{ tag: 'pre', children: [{ tag: 'code', children: [known.text as string] }] }];
    case 'blockquote':
      return [{ tag: 'blockquote', children: blocks(known.tokens ?? []) }];
    case 'hr':
      return [{ tag: 'hr', children: [] }];
    case 'list': {
      const items = (token as Tokens.List).items.map(
        (item): GuideElement => ({ tag: 'li', children: blocks(item.tokens) }),
      );
      return [{ tag: (token as Tokens.List).ordered ? 'ol' : 'ul', children: items }];
    }
    case 'table':
      return [table(token as Tokens.Table)];
    case 'text':
      return known.tokens ? inline(known.tokens) : [unescaped(known.text as string)];
    case 'html':
      return [{ tag: 'p', children: [token.raw.trim()] }];
    default:
      return [];
  }
}

function table({ header, rows }: Tokens.Table): GuideElement {
  const row = (cells: readonly Tokens.TableCell[], tag: 'th' | 'td'): GuideElement => ({
    tag: 'tr',
    children: cells.map((cell) => ({ tag, children: inline(cell.tokens) })),
  });
  return {
    tag: 'table',
    children: [
      { tag: 'thead', children: [row(header, 'th')] },
      { tag: 'tbody', children: rows.map((cells) => row(cells, 'td')) },
    ],
  };
}

function inline(tokens: readonly Token[] | undefined): GuideNode[] {
  return (tokens ?? []).flatMap((token): GuideNode[] => {
    const known = token as Tokens.Generic;
    switch (token.type) {
      case 'strong':
      case 'em':
        return [{ tag: token.type, children: inline(known.tokens) }];
      case 'codespan':
        return [{ tag: 'code', children: [unescaped(known.text as string)] }];
      case 'br':
        return [{ tag: 'br', children: [] }];
      case 'link':
        return link(known.href as string, inline(known.tokens));
      case 'image':
        return [];
      case 'html':
        return [token.raw];
      default:
        return known.tokens ? inline(known.tokens) : [unescaped((known.text as string) ?? token.raw)];
    }
  });
}

/** A page beside this one opens in the help, the web elsewhere; files of the sources are not here to be opened. */
function link(href: string, children: GuideNode[]): GuideNode[] {
  if (/^https?:\/\//.test(href)) return [{ tag: 'a', href, children }];
  const page = /^([\w-]+)\.md(#[\w-]+)?$/.exec(href);
  if (page) return [{ tag: 'a', guide: `${page[1]}${page[2] ?? ''}`, children }];
  return href.startsWith('#') ? [{ tag: 'a', guide: href, children }] : children;
}

function plainText(tokens: readonly Token[] | undefined): string {
  return inline(tokens)
    .map((node) => (typeof node === 'string' ? node : textOf(node)))
    .join('');
}

function textOf({ children }: GuideElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Texts come out escaped for HTML, which these are not to become. */
function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name]!);
}
