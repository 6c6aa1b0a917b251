/** The parts of Microsoft.ManagedServices 2022-10-01 that are read. Every field may be absent on the wire. */
export type Authorization = {
  principalId?: string;
  principalIdDisplayName?: string;
  roleDefinitionId?: string;
  delegatedRoleDefinitionIds?: string[];
};

export type EligibleAuthorization = Omit<Authorization, 'delegatedRoleDefinitionIds'> & {
  justInTimeAccessPolicy?: {
    multiFactorAuthProvider?: string;
    maximumActivationDuration?: string;
    managedByTenantApprovers?: { principalId?: string; principalIdDisplayName?: string }[];
  };
};

export type Plan = { name?: string; publisher?: string; product?: string; version?: string };

type Resource = { id?: string; name?: string; type?: string; systemData?: { createdAt?: string } };

export type RegistrationDefinition = Resource & {
  properties?: {
    description?: string;
    registrationDefinitionName?: string;
    managedByTenantId?: string;
    managedByTenantName?: string;
    manageeTenantId?: string;
    manageeTenantName?: string;
    provisioningState?: string;
    authorizations?: Authorization[];
    eligibleAuthorizations?: EligibleAuthorization[];
  };
  plan?: Plan;
};

export type RegistrationAssignment = Resource & {
  properties?: {
    registrationDefinitionId?: string;
    provisioningState?: string;
    registrationDefinition?: RegistrationDefinition;
  };
};

export type MarketplaceRegistrationDefinition = Resource & {
  properties?: {
    managedByTenantId?: string;
    authorizations?: Authorization[];
    eligibleAuthorizations?: EligibleAuthorization[];
    offerDisplayName?: string;
    publisherDisplayName?: string;
    planDisplayName?: string;
  };
  plan?: Plan;
};

export type ListResult<Item> = { value?: Item[]; nextLink?: string };
