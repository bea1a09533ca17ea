import { ConfigProvider } from 'antd';
import enGB from 'antd/es/locale/en_GB';
import viVN from 'antd/es/locale/vi_VN';
import { Outlet } from 'react-router';
import { useTexts } from '../shared/texts/i18n.ts';
import { theme } from './theme/theme.ts';

/** Around the pages that are made with Ant Design; signing in and the first page do without it, and are there sooner. */
const AntDesign = () => {
  const { t, language } = useTexts();
  return (
    <ConfigProvider
      locale={language === 'vi' ? viVN : enGB}
      theme={theme}
      wave={{ disabled: true }}
      inputSearch={{ searchIcon: <Lens label={t('shortcuts.search')} /> }}
    >
      <Outlet />
    </ConfigProvider>
  );
};

export default AntDesign;

/** On the button that searches: Ant Design's own calls itself `search` in every language. */
const Lens = ({ label }: { readonly label: string }) => (
  <svg role="img" aria-label={label} viewBox="0 0 16 16" className="lens">
    <circle cx="6.5" cy="6.5" r="4.5" />
    <path d="m10 10 4.5 4.5" />
  </svg>
);
