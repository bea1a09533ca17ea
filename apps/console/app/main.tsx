import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureClient } from '../shared/api/client.ts';
import { createQueries } from '../shared/api/queries.ts';
import { languageOf, startTexts } from '../shared/texts/i18n.ts';
import { App } from './app.tsx';
import { sessionEnd } from './session/session-end.ts';
import './theme/theme.css';

const texts = await startTexts(languageOf(localStorage));
const queries = createQueries();
configureClient({ language: () => texts.language, signedOut: sessionEnd.tell });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
