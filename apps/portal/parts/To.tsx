import { Link, useParams } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { buttonClass, type Weight } from '#platform/ui/Button.tsx';
import { Icon, type IconName } from '#platform/ui/Icon.tsx';

type LinkProps = ComponentProps<typeof Link>;

/** A link to any address of these pages. (The router's own types know the workspace's addresses.) */
export function To(props: { address: string; children: ReactNode } & Omit<ComponentProps<'a'>, 'href'>) {
  const { address, children, ...rest } = props;
  return (
    <Link {...(rest as LinkProps)} to={address as never}>
      {children}
    </Link>
  );
}

/** A link that looks like a button. */
export function ToButton(props: {
  address: string;
  weight?: Weight;
  icon?: IconName;
  wide?: boolean;
  children: ReactNode;
}) {
  const { address, icon, children, weight, wide } = props;
  return (
    <To address={address} className={buttonClass({ ...(weight && { weight }), ...(wide && { wide }) })}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </To>
  );
}

/** Returns the customer that the address names. */
export function useCustomer(): string {
  return (useParams({ strict: false }) as { customer?: string }).customer ?? '';
}

/** Returns the address of a place in a customer's room: `/portal/acme/dates`. Parts are written as addresses want them. */
export function addressOf(customer: string, ...parts: readonly string[]): string {
  return ['/portal', customer, ...parts.filter((part) => part !== '')]
    .map((part, n) => (n === 0 ? part : encodeURIComponent(part)))
    .join('/');
}
