CREATE TABLE "changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp(3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"tenant_id" text NOT NULL,
	"subscription_id" text,
	"before" jsonb,
	"after" jsonb,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "finding_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"finding_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "finding_months" (
	"tenant_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"period" text NOT NULL,
	"finding_id" uuid NOT NULL,
	CONSTRAINT "finding_months_tenant_id_subscription_id_period_pk" PRIMARY KEY("tenant_id","subscription_id","period")
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"cause" text NOT NULL,
	"state" text NOT NULL,
	"leads" text NOT NULL,
	"verdict" text NOT NULL,
	"since" text NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"judged_at" timestamp(3) with time zone NOT NULL,
	"unknown_since" timestamp(3) with time zone,
	"unknown_because" text,
	"resolved_at" timestamp(3) with time zone,
	"resolved_to" text,
	"owner_id" text,
	"note" text DEFAULT '' NOT NULL,
	"weight" numeric DEFAULT '0' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seen_customers" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"seen" jsonb NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "subscription_details" ADD COLUMN "rules_version" text;--> statement-breakpoint
ALTER TABLE "subscription_details" ADD COLUMN "role_list_version" text;--> statement-breakpoint
CREATE INDEX "changes_at" ON "changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "changes_tenant" ON "changes" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "finding_events_finding" ON "finding_events" USING btree ("finding_id");--> statement-breakpoint
CREATE INDEX "finding_months_finding" ON "finding_months" USING btree ("finding_id");--> statement-breakpoint
CREATE UNIQUE INDEX "findings_subscription" ON "findings" USING btree ("tenant_id","subscription_id","cause");--> statement-breakpoint
CREATE INDEX "findings_state" ON "findings" USING btree ("state","cause");