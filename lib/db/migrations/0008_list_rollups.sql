CREATE TABLE "list_versions" (
	"shard" integer PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"path" text NOT NULL,
	"search" text NOT NULL,
	"shared" boolean NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "saved_views_person_id_name_pk" PRIMARY KEY("person_id","name")
);
--> statement-breakpoint
CREATE TABLE "customer_costs" (
	"period" text NOT NULL,
	"tenant_id" text NOT NULL,
	"currency" text NOT NULL,
	"cost_class" text NOT NULL,
	"net" numeric NOT NULL,
	"credit" numeric,
	CONSTRAINT "customer_costs_period_tenant_id_currency_cost_class_pk" PRIMARY KEY("period","tenant_id","currency","cost_class")
);
--> statement-breakpoint
CREATE TABLE "partner_days" (
	"period" text NOT NULL,
	"shard" integer NOT NULL,
	"day" text NOT NULL,
	"currency" text NOT NULL,
	"cost_class" text NOT NULL,
	"net" numeric NOT NULL,
	"credit" numeric NOT NULL,
	"untold_net" numeric NOT NULL,
	"untold" integer NOT NULL,
	"parts" integer NOT NULL,
	CONSTRAINT "partner_days_period_shard_day_currency_cost_class_pk" PRIMARY KEY("period","shard","day","currency","cost_class")
);
--> statement-breakpoint
ALTER TABLE "customer_verdicts" ADD COLUMN "order_cost" numeric DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_verdicts" ADD COLUMN "order_missed" numeric DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_verdicts" ADD COLUMN "days" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "subscription_verdicts" ADD COLUMN "order_cost" numeric DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "subscription_verdicts" ADD COLUMN "order_missed" numeric DEFAULT '0' NOT NULL;--> statement-breakpoint
CREATE INDEX "saved_views_path" ON "saved_views" USING btree ("path");--> statement-breakpoint
CREATE INDEX "subscription_verdicts_missed" ON "subscription_verdicts" USING btree ("period","order_missed");--> statement-breakpoint
CREATE INDEX "subscription_verdicts_cost" ON "subscription_verdicts" USING btree ("period","order_cost");--> statement-breakpoint
CREATE INDEX "subscription_verdicts_name" ON "subscription_verdicts" USING btree ("period","display_name" collate "und-x-icu");--> statement-breakpoint
CREATE INDEX "subscription_verdicts_id" ON "subscription_verdicts" USING btree ("subscription_id","period");--> statement-breakpoint
CREATE INDEX "subscription_verdicts_statuses" ON "subscription_verdicts" USING btree ("period","verdict","access","credit","linked","cause","tenant_id","subscription_id");--> statement-breakpoint
INSERT INTO "customer_costs" ("period", "tenant_id", "currency", "cost_class", "net", "credit")
SELECT "period", "tenant_id", "currency", "cost_class", sum("net"), case when count(*) = count("credit") then sum("credit") end
FROM "monthly_costs" GROUP BY "period", "tenant_id", "currency", "cost_class";--> statement-breakpoint
UPDATE "customer_verdicts" AS "held" SET "order_cost" = "sums"."cost", "order_missed" = "sums"."missed" FROM (
	SELECT "period", "tenant_id",
		coalesce(case when bool_and("usd" is not null) then sum("usd") else max("amount") end, 0) AS "cost",
		coalesce(case when bool_and("missed_usd" is not null) filter (where "lines" > 0) then sum("missed_usd") filter (where "lines" > 0) else max("missed") filter (where "lines" > 0) end, 0) AS "missed"
	FROM (SELECT "period", "tenant_id", "currency", sum("net") AS "amount",
		case when bool_and("net_usd" is not null) then sum("net_usd") end AS "usd",
		count(*) filter (where "cost_class" in ('ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN')) AS "lines",
		sum("net") filter (where "cost_class" in ('ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN')) AS "missed",
		case when bool_and("net_usd" is not null) filter (where "cost_class" in ('ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN')) then sum("net_usd") filter (where "cost_class" in ('ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN')) end AS "missed_usd"
		FROM "monthly_costs" GROUP BY "period", "tenant_id", "currency") AS "by_currency"
	GROUP BY "period", "tenant_id") AS "sums"
WHERE "held"."period" = "sums"."period" AND "held"."tenant_id" = "sums"."tenant_id";--> statement-breakpoint
UPDATE "subscription_verdicts" AS "held" SET "order_cost" = "sums"."cost", "order_missed" = "sums"."missed" FROM (
	SELECT "period", "tenant_id", "subscription_id",
		coalesce(case when bool_and("usd" is not null) then sum("usd") else max("amount") end, 0) AS "cost",
		coalesce(case when bool_and("missed_usd" is not null) filter (where "lines" > 0) then sum("missed_usd") filter (where "lines" > 0) else max("missed") filter (where "lines" > 0) end, 0) AS "missed"
	FROM (SELECT "period", "tenant_id", "subscription_id", "currency", sum("net") AS "amount",
		case when bool_and("net_usd" is not null) then sum("net_usd") end AS "usd",
		count(*) filter (where "cost_class" in ('ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN')) AS "lines",
		sum("net") filter (where "cost_class" in ('ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN')) AS "missed",
		case when bool_and("net_usd" is not null) filter (where "cost_class" in ('ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN')) then sum("net_usd") filter (where "cost_class" in ('ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN')) end AS "missed_usd"
		FROM "monthly_costs" GROUP BY "period", "tenant_id", "subscription_id", "currency") AS "by_currency"
	GROUP BY "period", "tenant_id", "subscription_id") AS "sums"
WHERE "held"."period" = "sums"."period" AND "held"."tenant_id" = "sums"."tenant_id" AND "held"."subscription_id" = "sums"."subscription_id";
--> statement-breakpoint
UPDATE "customer_verdicts" AS "held" SET "days" = "made"."days" FROM (
	SELECT "period", "tenant_id", jsonb_agg(jsonb_build_object('day', "day", 'currency', "currency", 'costClass', "cost_class", 'net', "net"::text, 'credit', "credit"::text) ORDER BY "day", "currency", "cost_class") AS "days"
	FROM (SELECT "cost_covers"."period", "cost_covers"."tenant_id", "daily_costs"."day"::text AS "day", "daily_costs"."currency", "daily_costs"."cost_class", sum("daily_costs"."net") AS "net",
		case when count(*) = count("daily_costs"."credit") then sum("daily_costs"."credit") end AS "credit"
		FROM "cost_covers"
		INNER JOIN "source_reads" ON "source_reads"."source" = 'costs' AND "source_reads"."tenant_id" = "cost_covers"."read_tenant_id" AND "source_reads"."period" = "cost_covers"."period" AND "source_reads"."scope" = "cost_covers"."scope"
		INNER JOIN "daily_costs" ON "daily_costs"."read_id" = "source_reads"."current_read_id" AND "daily_costs"."tenant_id" = "cost_covers"."tenant_id"
		WHERE "cost_covers"."kind" = 'daily' GROUP BY 1, 2, 3, 4, 5) AS "sums"
	GROUP BY "period", "tenant_id") AS "made"
WHERE "held"."period" = "made"."period" AND "held"."tenant_id" = "made"."tenant_id";--> statement-breakpoint
INSERT INTO "partner_days" ("period", "shard", "day", "currency", "cost_class", "net", "credit", "untold_net", "untold", "parts")
SELECT "customer_verdicts"."period", abs(hashtext("tenant_id")) % 16, "part"."day", "part"."currency", "part"."costClass", sum("part"."net"), coalesce(sum("part"."credit"), 0), coalesce(sum("part"."net") filter (where "part"."credit" is null), 0), count(*) filter (where "part"."credit" is null), count(*)
FROM "customer_verdicts", jsonb_to_recordset("customer_verdicts"."days") AS "part" ("day" text, "currency" text, "costClass" text, "net" numeric, "credit" numeric)
GROUP BY 1, 2, 3, 4, 5;
