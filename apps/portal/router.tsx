import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { queryClient } from './data/queryClient.ts';
import { openPlaces } from './places.ts';
import { CustomerShell } from './shell/CustomerShell.tsx';
import { MissingPage } from './shell/MissingPage.tsx';
import { Root } from './shell/Root.tsx';
import { signInPages } from './signIn/slot.ts';
import type { SlotPage } from './slot.ts';
import { firstLanguage } from './words/Words.tsx';

const rootRoute = createRootRoute({ component: Root, notFoundComponent: MissingPage });

const entriesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/portal',
  component: lazyRouteComponent(() => import('./entries/EntriesPage.tsx'), 'Page'),
});

const kitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/portal/kit',
  component: lazyRouteComponent(() => import('./kit/KitPage.tsx'), 'Page'),
});

const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/portal/$customer',
  component: CustomerShell,
});

const joined = (...parts: readonly string[]) => `/${parts.filter((part) => part !== '').join('/')}`;

const inside = openPlaces.flatMap((place) =>
  place.pages.map((page) =>
    createRoute({
      getParentRoute: () => customerRoute,
      path: joined(place.path, page.path),
      component: lazyRouteComponent(page.load, 'Page'),
      loader: reading(page),
    }),
  ),
);

const doors = signInPages.map((page) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path: joined('sign-in', page.path),
    component: lazyRouteComponent(page.load, 'Page'),
  }),
);

/** Reading, and loading of words, start beside the loading of the page's program; nothing waits for them. */
function reading(page: SlotPage) {
  return ({ params }: { params: Record<string, string> }) => {
    for (const words of page.words ?? []) void words.load(firstLanguage());
    page.read?.(queryClient, params);
  };
}

export const router = createRouter({
  routeTree: rootRoute.addChildren([entriesRoute, kitRoute, customerRoute.addChildren(inside), ...doors]),
  scrollRestoration: true,
  defaultPreload: 'intent',
});
