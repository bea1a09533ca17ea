import { RouterProvider } from 'react-router';
import { router } from './router.tsx';

export const App = () => <RouterProvider router={router} />;
