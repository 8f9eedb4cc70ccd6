import { render, screen } from '@testing-library/react';
import { app } from './App';

describe('App', () => {
  it('offers the sign-in of the configured portal', async () => {
    Object.assign(process.env, {
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Opmodel', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            auth: { environment: 'development', providers: { guest: {} } },
          },
        },
      ],
    });

    render(app.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 20_000 }),
    ).toBeVisible();
  }, 30_000);
});
