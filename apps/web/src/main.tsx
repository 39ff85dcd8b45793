import './styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as Announcements, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries';
import { LanguageProvider, useLanguage } from './language/language';
import { router } from './router';
import { theme } from './theme';

const Client = () => {
  const { language } = useLanguage();
  return (
    <ConfigProvider theme={theme} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <Announcements message={{ maxCount: 3, top: 64 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Announcements>
    </ConfigProvider>
  );
};

// After a deployment an open page asks for parts that are gone: it is loaded anew, but not twice within a minute.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('landfall.reloaded-at') ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem('landfall.reloaded-at', String(Date.now()));
  event.preventDefault();
  window.location.reload();
});

const root = document.getElementById('root');
if (!root) throw new Error('Expected an element #root in the page, but there is none');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Client />
    </LanguageProvider>
  </StrictMode>,
);
