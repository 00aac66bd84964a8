import { createRoute, z } from '@hono/zod-openapi';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { instantField } from '../reasoned.ts';
import {
  PortalChanges,
  PortalLessonsOrder,
  PortalOnboarding,
  PortalSeen,
  PortalSeenOrder,
} from './changeSchemas.ts';

const params = z.object({ customer: z.string() });

export const changesRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/changes',
  summary: 'What has changed for the customer since the reader last looked, or since a given moment',
  request: { params, query: z.object({ since: instantField.optional() }) },
  responses: {
    200: { description: 'Changes', content: jsonOf(PortalChanges) },
    404: problemContent,
  },
});

export const seenRoute = createRoute({
  method: 'post',
  path: '/v1/portal/{customer}/changes/seen',
  summary: 'Put down up to when the reader has seen what changed; it never goes back',
  request: { params, body: bodyOf(PortalSeenOrder) },
  responses: { 200: { description: 'Seen', content: jsonOf(PortalSeen) }, 404: problemContent },
});

export const onboardingRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/onboarding',
  summary:
    'The rules explained one by one, with an example on own numbers, and which the reader has put away',
  request: { params },
  responses: {
    200: { description: 'Rules', content: jsonOf(PortalOnboarding) },
    404: problemContent,
  },
});

export const lessonsRoute = createRoute({
  method: 'post',
  path: '/v1/portal/{customer}/onboarding/done',
  summary: 'Put rules away that were read; one that is another by now is refused',
  request: { params, body: bodyOf(PortalLessonsOrder) },
  responses: {
    200: { description: 'Rules', content: jsonOf(PortalOnboarding) },
    404: problemContent,
    409: problemContent,
  },
});
