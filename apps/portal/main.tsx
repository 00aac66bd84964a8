import '#platform/ui/base.css';
import './shell/portal.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { leaveAgainWhenBack } from './data/client.ts';
import { chosenColors, showColors } from './data/colors.ts';
import { queryClient } from './data/queryClient.ts';
import { sessionQuery } from './data/session.ts';
import { router } from './router.tsx';
import { shellWords } from './shell/words.ts';
import { firstLanguage, SpeechProvider } from './words/Words.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has an element with the id "app"');

leaveAgainWhenBack();
showColors(chosenColors());
void shellWords.load(firstLanguage());
void queryClient.prefetchQuery(sessionQuery);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <SpeechProvider>
        <RouterProvider router={router} />
      </SpeechProvider>
    </QueryClientProvider>
  </StrictMode>,
);
