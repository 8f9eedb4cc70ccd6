const STATUS_OF_NAME: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
};

/** The HTTP status behind an error, by its response or its name; undefined for any other error. */
export function errorStatus(error: Error): number | undefined {
  const { statusCode, cause } = error as Error & {
    statusCode?: number;
    cause?: { name?: string };
  };
  return (
    statusCode ??
    STATUS_OF_NAME[error.name] ??
    (cause?.name ? STATUS_OF_NAME[cause.name] : undefined)
  );
}
