import { App as Messages, ConfigProvider } from 'antd';
import enGB from 'antd/es/locale/en_GB';
import viVN from 'antd/es/locale/vi_VN';
import { RouterProvider } from 'react-router';
import { useTexts } from '../shared/texts/i18n.ts';
import { router } from './router.tsx';
import { theme } from './theme/theme.ts';

export const App = () => {
  const { language } = useTexts();
  return (
    <ConfigProvider locale={language === 'vi' ? viVN : enGB} theme={theme} wave={{ disabled: true }}>
      <Messages component={false}>
        <RouterProvider router={router} />
      </Messages>
    </ConfigProvider>
  );
};
