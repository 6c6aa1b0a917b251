CREATE TABLE "agent_groups" (
	"read_id" uuid NOT NULL,
	"principal_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "agent_groups_read_id_principal_id_pk" PRIMARY KEY("read_id","principal_id")
);
--> statement-breakpoint
CREATE TABLE "authorizations" (
	"read_id" uuid NOT NULL,
	"delegation_id" text NOT NULL,
	"position" integer NOT NULL,
	"just_in_time" boolean NOT NULL,
	"principal_id" text NOT NULL,
	"principal_display_name" text,
	"role_definition_id" text NOT NULL,
	CONSTRAINT "authorizations_read_id_delegation_id_just_in_time_position_pk" PRIMARY KEY("read_id","delegation_id","just_in_time","position")
);
--> statement-breakpoint
CREATE TABLE "billed_customers" (
	"read_id" uuid NOT NULL,
	"customer_id" text NOT NULL,
	"billing_account_name" text NOT NULL,
	"tenant_id" text,
	"display_name" text NOT NULL,
	CONSTRAINT "billed_customers_read_id_billing_account_name_customer_id_pk" PRIMARY KEY("read_id","billing_account_name","customer_id")
);
--> statement-breakpoint
CREATE TABLE "cost_dimensions" (
	"read_id" uuid NOT NULL,
	"billing_account_name" text NOT NULL,
	"dimension" text NOT NULL,
	"spelling" text NOT NULL,
	CONSTRAINT "cost_dimensions_read_id_billing_account_name_dimension_pk" PRIMARY KEY("read_id","billing_account_name","dimension")
);
--> statement-breakpoint
CREATE TABLE "customer_verdicts" (
	"tenant_id" text NOT NULL,
	"period" text NOT NULL,
	"verdict" text NOT NULL,
	"main_cause" text,
	"as_of" timestamp(3) with time zone,
	"judged_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "customer_verdicts_period_tenant_id_pk" PRIMARY KEY("period","tenant_id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"domain" text,
	"billing_account_name" text,
	"billing_customer_id" text,
	"first_seen_at" timestamp(3) with time zone NOT NULL,
	"synced_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_costs" (
	"read_id" uuid NOT NULL,
	"tenant_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"cost_class" text NOT NULL,
	"credited" boolean,
	"net" numeric NOT NULL,
	"net_usd" numeric,
	CONSTRAINT "daily_costs_read_id_subscription_id_day_currency_cost_class_pk" PRIMARY KEY("read_id","subscription_id","day","currency","cost_class")
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"read_id" uuid NOT NULL,
	"id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"resource_group" text,
	"definition_id" text NOT NULL,
	"definition_found" boolean NOT NULL,
	"definition_name" text,
	"definition_state" text,
	"managed_by_tenant_id" text,
	"managed_by_tenant_name" text,
	"managee_tenant_id" text,
	"managee_tenant_name" text,
	"plan" jsonb,
	"provisioning_state" text NOT NULL,
	"created_at" timestamp(3) with time zone,
	CONSTRAINT "delegations_read_id_id_pk" PRIMARY KEY("read_id","id")
);
--> statement-breakpoint
CREATE TABLE "first_seen" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"read_id" uuid NOT NULL,
	"tenant_id" text NOT NULL,
	"principal_id" text NOT NULL,
	"type" text NOT NULL,
	"display_name" text,
	"enabled" boolean,
	"user_type" text,
	"app_owner_tenant_id" text,
	"member_of" text DEFAULT '' NOT NULL,
	CONSTRAINT "identities_read_id_member_of_principal_id_pk" PRIMARY KEY("read_id","member_of","principal_id")
);
--> statement-breakpoint
CREATE TABLE "monthly_costs" (
	"period" text NOT NULL,
	"tenant_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"currency" text NOT NULL,
	"cost_class" text NOT NULL,
	"net" numeric NOT NULL,
	"net_usd" numeric,
	CONSTRAINT "monthly_costs_period_tenant_id_subscription_id_currency_cost_class_pk" PRIMARY KEY("period","tenant_id","subscription_id","currency","cost_class")
);
--> statement-breakpoint
CREATE TABLE "partner_links" (
	"read_id" uuid NOT NULL,
	"tenant_id" text NOT NULL,
	"principal_id" text NOT NULL,
	"display_name" text,
	"how" text NOT NULL,
	"credential" text NOT NULL,
	"checked_at" timestamp(3) with time zone NOT NULL,
	"linked" boolean NOT NULL,
	"partner_id" text,
	"partner_name" text,
	"since" timestamp(3) with time zone,
	CONSTRAINT "partner_links_read_id_tenant_id_principal_id_pk" PRIMARY KEY("read_id","tenant_id","principal_id")
);
--> statement-breakpoint
CREATE TABLE "role_assignments" (
	"read_id" uuid NOT NULL,
	"id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"scope" text NOT NULL,
	"scope_level" text NOT NULL,
	"principal_id" text NOT NULL,
	"principal_type" text NOT NULL,
	"role_definition_id" text NOT NULL,
	"created_at" timestamp(3) with time zone,
	CONSTRAINT "role_assignments_read_id_subscription_id_id_pk" PRIMARY KEY("read_id","subscription_id","id")
);
--> statement-breakpoint
CREATE TABLE "role_definitions" (
	"read_id" uuid NOT NULL,
	"role_definition_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "role_definitions_read_id_role_definition_id_pk" PRIMARY KEY("read_id","role_definition_id")
);
--> statement-breakpoint
CREATE TABLE "source_reads" (
	"source" text NOT NULL,
	"tenant_id" text NOT NULL,
	"period" text NOT NULL,
	"current_read_id" uuid,
	"as_of" timestamp(3) with time zone,
	"rows" integer DEFAULT 0 NOT NULL,
	"attempted_at" timestamp(3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"failure" jsonb,
	"incomplete" boolean DEFAULT false NOT NULL,
	"refused_rows" integer,
	CONSTRAINT "source_reads_source_tenant_id_period_pk" PRIMARY KEY("source","tenant_id","period")
);
--> statement-breakpoint
CREATE TABLE "subscription_reads" (
	"read_id" uuid NOT NULL,
	"subscription_id" text NOT NULL,
	"via" text NOT NULL,
	"unread_reason" text,
	"missing_right" text,
	CONSTRAINT "subscription_reads_read_id_subscription_id_pk" PRIMARY KEY("read_id","subscription_id")
);
--> statement-breakpoint
CREATE TABLE "subscription_verdicts" (
	"subscription_id" text NOT NULL,
	"period" text NOT NULL,
	"tenant_id" text NOT NULL,
	"display_name" text NOT NULL,
	"state" text,
	"offer" text,
	"linked" text NOT NULL,
	"linked_how" text NOT NULL,
	"access" text NOT NULL,
	"credit" text NOT NULL,
	"verdict" text NOT NULL,
	"basis" text NOT NULL,
	"cause" text NOT NULL,
	"also_causes" jsonb NOT NULL,
	"paths" jsonb NOT NULL,
	"judgeable_from" timestamp(3) with time zone,
	"as_of" timestamp(3) with time zone,
	"judged_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "subscription_verdicts_period_tenant_id_subscription_id_pk" PRIMARY KEY("period","tenant_id","subscription_id")
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"read_id" uuid NOT NULL,
	"subscription_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"display_name" text NOT NULL,
	"state" text NOT NULL,
	"offer" text,
	CONSTRAINT "subscriptions_read_id_subscription_id_pk" PRIMARY KEY("read_id","subscription_id")
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"requested_by" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"heartbeat_at" timestamp(3) with time zone NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"waited_ms" bigint DEFAULT 0 NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "sync_steps" (
	"run_id" uuid NOT NULL,
	"source" text NOT NULL,
	"tenant_id" text NOT NULL,
	"period" text NOT NULL,
	"position" integer NOT NULL,
	"status" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"read_id" uuid,
	"cursor" text,
	"wait_until" timestamp(3) with time zone,
	"error" jsonb,
	"started_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "sync_steps_run_id_source_tenant_id_period_pk" PRIMARY KEY("run_id","source","tenant_id","period")
);
--> statement-breakpoint
ALTER TABLE "authorizations" ADD CONSTRAINT "authorizations_read_id_delegation_id_delegations_read_id_id_fk" FOREIGN KEY ("read_id","delegation_id") REFERENCES "public"."delegations"("read_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD CONSTRAINT "sync_steps_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "authorizations_role" ON "authorizations" USING btree ("role_definition_id");--> statement-breakpoint
CREATE INDEX "authorizations_principal" ON "authorizations" USING btree ("principal_id");--> statement-breakpoint
CREATE INDEX "delegations_subscription" ON "delegations" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "monthly_costs_subscription" ON "monthly_costs" USING btree ("subscription_id","period");--> statement-breakpoint
CREATE INDEX "role_assignments_subscription" ON "role_assignments" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "source_reads_tenant" ON "source_reads" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "source_reads_current" ON "source_reads" USING btree ("current_read_id");--> statement-breakpoint
CREATE INDEX "subscriptions_tenant" ON "subscriptions" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "sync_runs_started" ON "sync_runs" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_running" ON "sync_runs" USING btree ("status") WHERE "sync_runs"."status" = 'running';