import { ConfigProvider } from 'antd';
import enGB from 'antd/es/locale/en_GB';
import viVN from 'antd/es/locale/vi_VN';
import { Outlet } from 'react-router';
import { useTexts } from '../shared/texts/i18n.ts';
import { theme } from './theme/theme.ts';

/** Around the pages that are made with Ant Design; signing in and the first page do without it, and are there sooner. */
const AntDesign = () => {
  const { language } = useTexts();
  return (
    <ConfigProvider locale={language === 'vi' ? viVN : enGB} theme={theme} wave={{ disabled: true }}>
      <Outlet />
    </ConfigProvider>
  );
};

export default AntDesign;
