// The libraries' styles first, so that ours prevail.
import '#platform/ui/tokens.css';
import './theme/mantine.css';
import './theme/theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './data/queryClient.ts';
import { router } from './router.tsx';
import { theme } from './theme/theme.ts';
import './theme/print.css';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has an element with the id "app"');

// Colors are static CSS (theme.css), so that no style element has to be allowed by the content security policy.
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
