import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server that answers /api while the client is developed; in production both come from one port. */
const apiServer = process.env.LANDFALL_API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  server: {
    proxy: {
      '/api': { target: apiServer, changeOrigin: false },
      '^/calendar/[^/]+\\.ics$': { target: apiServer, changeOrigin: false },
    },
  },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    // The largest chunks are antd and the layout engine of the statechart; the latter loads only with a project page.
    chunkSizeWarningLimit: 1700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 20 },
            {
              name: 'antd',
              test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[^\\/]+|dayjs)[\\/]/,
              priority: 10,
            },
          ],
        },
      },
    },
  },
});
