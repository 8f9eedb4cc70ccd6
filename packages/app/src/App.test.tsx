import { render, screen } from '@testing-library/react';
import { app } from './App';

// The build puts the configuration here as objects, and Node's own
// process.env would turn them into strings.
const withAppConfig = (data: object) =>
  ({
    ...process.env,
    APP_CONFIG: [{ context: 'test', data }],
  } as unknown as NodeJS.ProcessEnv);

describe('App', () => {
  const environment = process.env;

  afterEach(() => {
    process.env = environment;
  });

  it('offers the sign-in of the configured portal', async () => {
    process.env = withAppConfig({
      app: { title: 'Opmodel', baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      auth: { environment: 'development', providers: { guest: {} } },
    });

    render(app.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 20_000 }),
    ).toBeVisible();
  }, 30_000);
});
