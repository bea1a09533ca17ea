import type { ThemeConfig } from 'antd';

/** Colours with at least 4.5:1 on white, for text and for what is pressed; large enough for a hand that is not young. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#14507a',
    colorLink: '#14507a',
    colorError: '#b3261e',
    colorSuccess: '#1c6b3a',
    colorWarning: '#8a5300',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#e3a9a4',
    colorWarningBg: '#fdf4e3',
    colorWarningBorder: '#e0c48f',
    colorInfo: '#14507a',
    colorInfoBg: '#e5eff6',
    colorInfoBorder: '#a9c6da',
    colorTextSecondary: '#4a5560',
    colorTextTertiary: '#5a6570',
    colorTextDescription: '#4a5560',
    colorTextPlaceholder: '#66717b',
    colorTextDisabled: '#66717b',
    colorBorder: '#8793a0',
    controlItemBgActive: '#e5eff6',
    controlItemBgActiveHover: '#d6e6f1',
    borderRadius: 6,
    fontSize: 15,
    fontFamily: "'Segoe UI', system-ui, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif",
    controlHeight: 36,
    motion: false,
  },
};
