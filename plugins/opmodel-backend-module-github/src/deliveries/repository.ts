import {
  identifierSchema,
  repositoryAddressSchema,
  type DeliveredRepository,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

/** The repository that a delivery is about; for a pull request from a fork the one that is to take it. */
export const repositorySchema = z.object({
  html_url: repositoryAddressSchema,
  full_name: identifierSchema,
});

/** The source of the events of a repository. */
export function sourceOf(repository: {
  html_url: DeliveredRepository;
}): string {
  return `github:${repository.html_url.identity}`;
}
