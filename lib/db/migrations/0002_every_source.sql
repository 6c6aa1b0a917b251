CREATE TABLE "delegation_definitions" (
	"read_id" uuid NOT NULL,
	"definition_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "delegation_definitions_read_id_definition_id_pk" PRIMARY KEY("read_id","definition_id")
);--> statement-breakpoint
CREATE TABLE "deny_assignments" (
	"read_id" uuid NOT NULL,
	"id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"scope" text NOT NULL,
	"scope_level" text NOT NULL,
	"name" text,
	"denied" jsonb NOT NULL,
	"excluded_ids" jsonb NOT NULL,
	"actions" jsonb NOT NULL,
	"not_actions" jsonb NOT NULL,
	"covers_child_scopes" boolean NOT NULL,
	"made_by_system" boolean NOT NULL,
	CONSTRAINT "deny_assignments_read_id_subscription_id_id_pk" PRIMARY KEY("read_id","subscription_id","id")
);--> statement-breakpoint
CREATE TABLE "gdap_relationships" (
	"read_id" uuid NOT NULL,
	"id" text NOT NULL,
	"customer_tenant_id" text,
	"display_name" text,
	"status" text NOT NULL,
	"active_from" timestamp(3) with time zone,
	"end_at" timestamp(3) with time zone,
	CONSTRAINT "gdap_relationships_read_id_id_pk" PRIMARY KEY("read_id","id")
);--> statement-breakpoint
CREATE TABLE "known_tenants" (
	"read_id" uuid NOT NULL,
	"tenant_id" text NOT NULL,
	"display_name" text,
	"domain" text,
	"category" text NOT NULL,
	CONSTRAINT "known_tenants_read_id_tenant_id_pk" PRIMARY KEY("read_id","tenant_id")
);--> statement-breakpoint
CREATE TABLE "marketplace_offers" (
	"read_id" uuid NOT NULL,
	"id" text NOT NULL,
	"managed_by_tenant_id" text NOT NULL,
	"offer_name" text,
	"plan_name" text,
	"publisher_name" text,
	"plan" jsonb,
	CONSTRAINT "marketplace_offers_read_id_id_pk" PRIMARY KEY("read_id","id")
);--> statement-breakpoint
CREATE TABLE "membership_schedules" (
	"read_id" uuid NOT NULL,
	"group_id" text NOT NULL,
	"principal_id" text NOT NULL,
	"access" text NOT NULL,
	"kind" text NOT NULL,
	"start_at" timestamp(3) with time zone,
	"end_at" timestamp(3) with time zone,
	CONSTRAINT "membership_schedules_read_id_group_id_principal_id_access_kind_pk" PRIMARY KEY("read_id","group_id","principal_id","access","kind")
);--> statement-breakpoint
CREATE TABLE "resource_groups" (
	"read_id" uuid NOT NULL,
	"subscription_id" text NOT NULL,
	"name" text NOT NULL,
	"managed_by" text,
	CONSTRAINT "resource_groups_read_id_subscription_id_name_pk" PRIMARY KEY("read_id","subscription_id","name")
);--> statement-breakpoint
CREATE TABLE "role_schedules" (
	"read_id" uuid NOT NULL,
	"id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"scope" text NOT NULL,
	"scope_level" text NOT NULL,
	"principal_id" text NOT NULL,
	"role_definition_id" text NOT NULL,
	"kind" text NOT NULL,
	"start_at" timestamp(3) with time zone,
	"end_at" timestamp(3) with time zone,
	CONSTRAINT "role_schedules_read_id_subscription_id_id_pk" PRIMARY KEY("read_id","subscription_id","id")
);--> statement-breakpoint
CREATE TABLE "billed_subscriptions" (
	"read_id" uuid NOT NULL,
	"billing_account_name" text NOT NULL,
	"subscription_id" text NOT NULL,
	"customer_id" text,
	"billing_profile_name" text,
	"display_name" text,
	"status" text,
	"offer" text,
	"plan" text,
	"reseller_id" text,
	"reseller_name" text,
	"since" timestamp(3) with time zone,
	"until" timestamp(3) with time zone,
	CONSTRAINT "billed_subscriptions_read_id_billing_account_name_subscription_id_pk" PRIMARY KEY("read_id","billing_account_name","subscription_id")
);--> statement-breakpoint
CREATE TABLE "billing_accounts" (
	"read_id" uuid NOT NULL,
	"name" text NOT NULL,
	"display_name" text NOT NULL,
	"agreement_type" text NOT NULL,
	"account_type" text NOT NULL,
	CONSTRAINT "billing_accounts_read_id_name_pk" PRIMARY KEY("read_id","name")
);--> statement-breakpoint
CREATE TABLE "billing_profiles" (
	"read_id" uuid NOT NULL,
	"billing_account_name" text NOT NULL,
	"name" text NOT NULL,
	"display_name" text NOT NULL,
	"currency" text,
	CONSTRAINT "billing_profiles_read_id_billing_account_name_name_pk" PRIMARY KEY("read_id","billing_account_name","name")
);--> statement-breakpoint
CREATE TABLE "billing_transfers" (
	"read_id" uuid NOT NULL,
	"billing_account_name" text NOT NULL,
	"id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"direction" text NOT NULL,
	"status" text NOT NULL,
	"at" timestamp(3) with time zone,
	"other_tenant_id" text,
	CONSTRAINT "billing_transfers_read_id_billing_account_name_id_subscription_id_pk" PRIMARY KEY("read_id","billing_account_name","id","subscription_id")
);--> statement-breakpoint
CREATE TABLE "cost_covers" (
	"period" text NOT NULL,
	"tenant_id" text NOT NULL,
	"kind" text NOT NULL,
	"read_tenant_id" text NOT NULL,
	"scope" text NOT NULL,
	CONSTRAINT "cost_covers_period_tenant_id_kind_read_tenant_id_scope_pk" PRIMARY KEY("period","tenant_id","kind","read_tenant_id","scope")
);--> statement-breakpoint
CREATE TABLE "cost_ways" (
	"billing_account_name" text NOT NULL,
	"billing_profile_name" text NOT NULL,
	"customer_id" text NOT NULL,
	"way" text NOT NULL,
	"permitted" boolean NOT NULL,
	"failure" jsonb,
	"tried_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "cost_ways_billing_account_name_billing_profile_name_customer_id_way_pk" PRIMARY KEY("billing_account_name","billing_profile_name","customer_id","way")
);--> statement-breakpoint
CREATE TABLE "monthly_grouped_costs" (
	"read_id" uuid NOT NULL,
	"period" text NOT NULL,
	"tenant_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"grouping" text NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"cost_class" text NOT NULL,
	"net" numeric NOT NULL,
	"net_usd" numeric,
	"credit" numeric,
	CONSTRAINT "monthly_grouped_costs_read_id_tenant_id_subscription_id_grouping_name_currency_cost_class_pk" PRIMARY KEY("read_id","tenant_id","subscription_id","grouping","name","currency","cost_class")
);--> statement-breakpoint
CREATE TABLE "subscription_details" (
	"period" text NOT NULL,
	"tenant_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"days" jsonb NOT NULL,
	"resource_groups" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"reads" jsonb NOT NULL,
	CONSTRAINT "subscription_details_period_tenant_id_subscription_id_pk" PRIMARY KEY("period","tenant_id","subscription_id")
);--> statement-breakpoint
DROP INDEX "sync_runs_one_running";--> statement-breakpoint
ALTER TABLE "daily_costs" DROP CONSTRAINT "daily_costs_read_id_subscription_id_day_currency_cost_class_pk";--> statement-breakpoint
ALTER TABLE "source_reads" DROP CONSTRAINT "source_reads_source_tenant_id_period_pk";--> statement-breakpoint
ALTER TABLE "sync_steps" DROP CONSTRAINT "sync_steps_run_id_source_tenant_id_period_pk";--> statement-breakpoint
ALTER TABLE "source_reads" ADD COLUMN "scope" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "source_reads" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "kind" text DEFAULT 'full' NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "tenant_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "scope" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "planned_calls" integer;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "daily_costs" ADD CONSTRAINT "daily_costs_read_id_tenant_id_subscription_id_day_currency_cost_class_pk" PRIMARY KEY("read_id","tenant_id","subscription_id","day","currency","cost_class");--> statement-breakpoint
ALTER TABLE "source_reads" ADD CONSTRAINT "source_reads_source_tenant_id_period_scope_pk" PRIMARY KEY("source","tenant_id","period","scope");--> statement-breakpoint
ALTER TABLE "sync_steps" ADD CONSTRAINT "sync_steps_run_id_source_tenant_id_period_scope_pk" PRIMARY KEY("run_id","source","tenant_id","period","scope");--> statement-breakpoint
CREATE INDEX "resource_groups_subscription" ON "resource_groups" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "billed_subscriptions_subscription" ON "billed_subscriptions" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "billing_transfers_subscription" ON "billing_transfers" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "subscriptions_subscription" ON "subscriptions" USING btree ("subscription_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_running" ON "sync_runs" USING btree ("kind","tenant_id") WHERE "sync_runs"."status" = 'running';
