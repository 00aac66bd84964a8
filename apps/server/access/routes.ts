import type { OpenAPIHono } from '@hono/zod-openapi';
import { accountsRoutes } from './accountsRoutes.ts';
import { apiTokenRoutes } from './apiTokenRoutes.ts';
import type { Access } from './identify.ts';
import { invitationRoutes } from './invitationRoutes.ts';
import { linkRoutes } from './linkRoutes.ts';
import { ownAccountRoutes } from './ownAccountRoutes.ts';
import { portalPeopleRoutes } from './portalPeopleRoutes.ts';
import { sessionRoutes } from './sessionRoutes.ts';
import { signInRoutes } from './signInRoutes.ts';

/** Adds signing in, one's own account, and the accounts of others. */
export function accessRoutes(app: OpenAPIHono, access: Access): void {
  signInRoutes(app, access);
  linkRoutes(app, access);
  invitationRoutes(app, access);
  sessionRoutes(app, access);
  ownAccountRoutes(app, access);
  accountsRoutes(app, access);
  portalPeopleRoutes(app, access);
  apiTokenRoutes(app, access);
}
