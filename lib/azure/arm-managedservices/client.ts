import { getClient, type Client, type ClientOptions } from '@azure-rest/core-client';
import type { TokenCredential } from '@azure/core-auth';
import type { Pipeline } from '@azure/core-rest-pipeline';
import { listPages } from '../rest-pages.ts';
import type {
  ListResult,
  MarketplaceRegistrationDefinition,
  RegistrationAssignment,
  RegistrationDefinition,
} from './models.ts';
import { API_VERSION, OPERATIONS } from './operations.ts';

const {
  RegistrationAssignments_List,
  RegistrationAssignments_Get,
  RegistrationDefinitions_List,
  RegistrationDefinitions_Get,
  MarketplaceRegistrationDefinitions_List,
  MarketplaceRegistrationDefinitionsWithoutScope_List,
} = OPERATIONS;

export type ManagedServicesClientOptions = ClientOptions & { endpoint?: string };

type Filter = { filter?: string };
type Expand = { expandRegistrationDefinition?: boolean };
type Paged<Item> = { byPage(): AsyncGenerator<ListResult<Item>> };

/** What generated clients do with options that were not given: they leave the parameter out. */
function queryOf({ filter, expandRegistrationDefinition }: Filter & Expand): Record<string, unknown> {
  return {
    'api-version': API_VERSION,
    ...(filter === undefined ? {} : { $filter: filter }),
    ...(expandRegistrationDefinition === undefined
      ? {}
      : { $expandRegistrationDefinition: expandRegistrationDefinition }),
  };
}

type Resource = ReturnType<Client['pathUnchecked']>;

async function get<Item>(resource: Resource, options: Expand): Promise<Item> {
  const { body } = await resource.get({ queryParameters: queryOf(options) });
  // Trusted as far as a generated client trusts an answer: every field of Item is optional.
  return body as Item;
}

const scopePart = (scope: string) => ({ value: scope.replace(/^\/+/, ''), allowReserved: true });

/** The client that npm lacks: the reads of Microsoft.ManagedServices (Azure Lighthouse). */
export class ManagedServicesClient {
  readonly pipeline: Pipeline;
  readonly #client: Client;

  constructor(credential: TokenCredential, options: ManagedServicesClientOptions = {}) {
    const { endpoint = 'https://management.azure.com', ...rest } = options;
    this.#client = getClient(endpoint, credential, rest);
    this.pipeline = this.#client.pipeline;
  }

  readonly registrationAssignments = {
    list: (scope: string, options: Filter & Expand = {}): Paged<RegistrationAssignment> =>
      this.#list(this.#client.pathUnchecked(RegistrationAssignments_List.path, scopePart(scope)), options),
    get: (scope: string, id: string, options: Expand = {}): Promise<RegistrationAssignment> =>
      get(this.#client.pathUnchecked(RegistrationAssignments_Get.path, scopePart(scope), id), options),
  };

  readonly registrationDefinitions = {
    list: (scope: string, options: Filter = {}): Paged<RegistrationDefinition> =>
      this.#list(this.#client.pathUnchecked(RegistrationDefinitions_List.path, scopePart(scope)), options),
    get: (scope: string, id: string): Promise<RegistrationDefinition> =>
      get(this.#client.pathUnchecked(RegistrationDefinitions_Get.path, scopePart(scope), id), {}),
  };

  readonly marketplaceRegistrationDefinitions = {
    list: (scope: string, options: Filter = {}): Paged<MarketplaceRegistrationDefinition> =>
      this.#list(
        this.#client.pathUnchecked(MarketplaceRegistrationDefinitions_List.path, scopePart(scope)),
        options,
      ),
  };

  readonly marketplaceRegistrationDefinitionsWithoutScope = {
    list: (options: Filter = {}): Paged<MarketplaceRegistrationDefinition> =>
      this.#list(
        this.#client.pathUnchecked(MarketplaceRegistrationDefinitionsWithoutScope_List.path),
        options,
      ),
  };

  #list<Item>(resource: Resource, options: Filter & Expand): Paged<Item> {
    const first = async () => resource.get({ queryParameters: queryOf(options) });
    return { byPage: () => listPages<ListResult<Item>>(this.#client, first, 'nextLink') };
  }
}
