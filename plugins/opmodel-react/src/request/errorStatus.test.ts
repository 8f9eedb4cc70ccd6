import { NotAllowedError, ResponseError } from '@backstage/errors';
import { errorStatus } from './errorStatus';

it('finds the status of a response', async () => {
  const error = await ResponseError.fromResponse(
    new Response('{}', { status: 404, statusText: 'Not Found' }) as never,
  );
  expect(errorStatus(error)).toBe(404);
});

it('finds the status by the name of the error', () => {
  expect(errorStatus(new NotAllowedError('no'))).toBe(403);
});

it('finds none in another error', () => {
  expect(errorStatus(new Error('Failed to fetch'))).toBeUndefined();
});
