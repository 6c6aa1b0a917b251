CREATE INDEX "billed_subscriptions_customer" ON "billed_subscriptions" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "billed_customers_tenant" ON "billed_customers" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "billed_customers_customer" ON "billed_customers" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "delegations_tenant" ON "delegations" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "identities_tenant" ON "identities" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "partner_links_tenant" ON "partner_links" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "role_assignments_tenant" ON "role_assignments" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "subscription_reads_subscription" ON "subscription_reads" USING btree ("subscription_id");