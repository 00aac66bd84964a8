import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type PlaceLinkProps = {
  readonly place: string;
  readonly className?: string | undefined;
  readonly onClick?: () => void;
  readonly children: ReactNode;
};

/** A link to an address of the workspace as the server names it: `/customers/northwind#finding-seats`. */
export function PlaceLink({ place, ...props }: PlaceLinkProps) {
  const { pathname, search, hash } = new URL(place, 'http://here');
  const asked = Object.fromEntries(new URLSearchParams(search));
  const where = { to: pathname, hash: hash.slice(1), search: asked } as LinkProps;
  return <Link {...props} {...where} />;
}
