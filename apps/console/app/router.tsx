import { createBrowserRouter, type RouteObject } from 'react-router';
import { Frame } from './frame/frame.tsx';
import { PageFault } from './frame/page-fault.tsx';
import { SessionGate } from './session/session-gate.tsx';
import { SignOut } from './session/sign-out.tsx';
import { MyWork } from '../features/my-work/my-work.tsx';
import { PageNotFound } from '../shared/page/page-not-found.tsx';

/** A page that is fetched when somebody goes there. */
const page = (path: string, load: () => Promise<{ readonly default: () => React.ReactNode }>): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
});

const PAGES: RouteObject[] = [
  page('registrations', () => import('../features/registrations/register/register.tsx')),
  page('registrations/new', () => import('../features/registrations/new-registration.tsx')),
  page('registrations/:id', () => import('../features/registrations/model/model.tsx')),
  page('registrations/:id/do/:command', () => import('../features/registrations/act.tsx')),
  page('registrations/bulk/:command', () => import('../features/registrations/bulk/bulk.tsx')),
  page('models', () => import('../features/models/models.tsx')),
  page('models/:id', () => import('../features/models/model-file.tsx')),
  page('decisions', () => import('../features/decisions/book/decision-book.tsx')),
  page('decisions/new', () => import('../features/decisions/new-decision.tsx')),
  page('decisions/:id', () => import('../features/decisions/decision/decision.tsx')),
  page('decisions/:id/do/:command', () => import('../features/decisions/act.tsx')),
  page('numbers', () => import('../features/decisions/numbers/number-book.tsx')),
  page('commendations', () => import('../features/commendations/book.tsx')),
  page('commendations/new', () => import('../features/commendations/new-commendation.tsx')),
  page('commendations/:id', () => import('../features/commendations/commendation.tsx')),
  page('commendations/:id/do/:command', () => import('../features/commendations/act.tsx')),
  page('reports', () => import('../features/reports/board.tsx')),
  page('reports/:id', () => import('../features/reports/report.tsx')),
  page('reports/:id/do/:command', () => import('../features/reports/act.tsx')),
  page('units/:id', () => import('../features/units/unit.tsx')),
  page('audit', () => import('../features/audit/audit.tsx')),
  page('inbox', () => import('../features/inbox/inbox.tsx')),
  page('account', () => import('../features/account/account.tsx')),
];

export const router = createBrowserRouter([
  {
    Component: SessionGate,
    ErrorBoundary: PageFault,
    HydrateFallback: () => null,
    children: [
      { path: 'sign-out', Component: SignOut },
      {
        Component: Frame,
        children: [
          {
            ErrorBoundary: PageFault,
            children: [
              { index: true, Component: MyWork },
              page('search', () => import('../features/search/search.tsx')),
              {
                lazy: async () => ({ Component: (await import('./ant-design.tsx')).default }),
                children: PAGES,
              },
              { path: '*', Component: PageNotFound },
            ],
          },
        ],
      },
    ],
  },
]);
