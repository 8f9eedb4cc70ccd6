import {
  identifierSchema,
  repositoryAddressSchema,
  type DeliveredRepository,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

/** The project that a delivery is about; for a merge request from a fork the one that is to take it. */
export const projectSchema = z.object({
  web_url: repositoryAddressSchema,
  path_with_namespace: identifierSchema,
});

/** The source of the events of a project. */
export function sourceOf(project: { web_url: DeliveredRepository }): string {
  return `gitlab:${project.web_url.identity}`;
}
