DROP INDEX "customer_verdicts_listed";--> statement-breakpoint
ALTER TABLE "customer_verdicts" ADD COLUMN "order_credit" numeric DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_verdicts" ADD COLUMN "order_coverage" numeric;--> statement-breakpoint
UPDATE "customer_verdicts" AS "held" SET "order_credit" = "sums"."credit", "order_coverage" = "sums"."coverage" FROM (
	SELECT "period", "tenant_id",
		coalesce(case when bool_and("usd" is not null) filter (where "lines" > 0) then sum("usd") filter (where "lines" > 0) else max("amount") filter (where "lines" > 0) end, 0) AS "credit",
		min(case when "credited" >= 0 and "missed" >= 0 and "open" >= 0 and "credited" + "missed" + "open" <> 0 then round("credited" / ("credited" + "missed" + "open"), 4) end) AS "coverage"
	FROM (SELECT "period", "tenant_id", "currency",
		count(*) filter (where "received" <> 0 or "received_usd" <> 0) AS "lines",
		sum("received") AS "amount",
		case when bool_and("received_usd" is not null) filter (where "received" <> 0 or "received_usd" <> 0) then sum("received_usd") end AS "usd",
		coalesce(sum("net" + "received") filter (where "cost_class" = 'EARNED'), 0) AS "credited",
		coalesce(sum("net" + "received") filter (where "cost_class" = 'ELIGIBLE_NOT_EARNED'), 0) AS "missed",
		coalesce(sum("net" + "received") filter (where "cost_class" in ('UNCLASSIFIED', 'CREDIT_UNKNOWN')), 0) AS "open"
		FROM (SELECT "period", "tenant_id", "currency", "cost_class", "net",
			coalesce("credit", case when "cost_class" = 'EARNED' then "net" * 0.15 / 0.85 else 0 end) AS "received",
			case when "credit" is null then case when "cost_class" = 'EARNED' then "net_usd" * 0.15 / 0.85 else 0 end
				when "credit" = 0 then 0 when "net" <> 0 then "net_usd" / "net" * "credit" end AS "received_usd"
			FROM "monthly_costs") AS "lines"
		GROUP BY "period", "tenant_id", "currency") AS "by_currency"
	GROUP BY "period", "tenant_id") AS "sums"
WHERE "held"."period" = "sums"."period" AND "held"."tenant_id" = "sums"."tenant_id";--> statement-breakpoint
CREATE INDEX "customer_verdicts_listed" ON "customer_verdicts" USING btree ("period","tenant_id","verdict","main_cause","as_of","order_missed","order_cost","order_credit","order_coverage");
