"""What Telegram 968 asks to watch: steps and pauses, consultations, procedures, feedback, inspections.

The steps hang on tasks that other modules write; two chairs of communes, who are cadres and outside the
decree, have the tasks that it alone needs. `README.md` says what each row is for.
"""

# id, who held the task, task, what was done, from, to, step before
STEPS = """
KX-01|CB-037|NV-0156|soạn thảo|2026-07-06|2026-07-14|
KX-02|CB-038|NV-0156|thẩm định|2026-07-14|2026-07-17|KX-01
KX-03|CB-046|NV-0201|soạn thảo|2026-07-10|2026-07-20|
KX-04|CB-047|NV-0201|in, phát hành|2026-07-20|2026-07-21|KX-03
KX-05|CB-028|NV-0304|đối chiếu số liệu|2026-07-01|2026-07-07|
KX-06|CB-027|NV-0304|hoàn thiện thông báo|2026-07-07|2026-07-13|KX-05
KX-07|CB-035|NV-0150|soạn thảo|2026-06-30|2026-07-07|
KX-08|CB-034|NV-0150|trình ký|2026-07-08|2026-07-09|KX-07
KX-09|CB-055|NV-0310|tổng hợp|2026-06-15|2026-06-23|
KX-10|CB-054|NV-0310|rà soát|2026-06-23|2026-06-30|KX-09
KX-11|CB-029|NV-0305|xây dựng đề xuất|2026-07-01|2026-07-20|
KX-12|CB-046|NV-0306|xác minh|2026-06-29|2026-07-08|
KX-13|CB-045|NV-0306|chờ ý kiến sở chuyên ngành|2026-07-08||KX-12
KX-14|CB-047|NV-0307|trình trưởng phòng|2026-07-06||
KX-15|XA-05|XA-05-08-4|soạn thảo|2026-08-10|2026-08-21|
KX-16|XA-04|XA-05-08-4|thẩm định|2026-08-21|2026-08-24|KX-15
KX-17|XA-02|CD-02|chỉ đạo, cho ý kiến|2026-08-20|2026-09-03|
KX-18|XA-04|CD-02|phát hành|2026-09-03|2026-09-04|KX-17
"""
# id, who sent it, body asked, day, directly concerned, whether somebody assessed it, protection
ASKED = """
LYK-01|CB-015|Sở Tài chính (ví dụ)|2026-07-03|yes|yes|
LYK-02|CB-021|Ban Quản lý khu công nghiệp (ví dụ)|2026-07-06|no|yes|
LYK-03|CB-021|Trung tâm Văn hóa tỉnh (ví dụ)|2026-07-13|no|yes|
LYK-04|CB-023|Sở Xây dựng (ví dụ)|2026-07-14|no||
LYK-05|CB-029|Trường Chính trị tỉnh (ví dụ)|2026-07-02|no|yes|QĐ 12/QĐ-SM (ví dụ)
"""
# id, who answers, body that asks, due, replied, clear position, whether somebody assessed it, protection
REPLIES = """
TLYK-01|CB-016|UBND phường Mẫu Bình|2026-07-10|2026-07-09|yes|yes|
TLYK-02|CB-019|Sở Tài chính (ví dụ)|2026-07-08|2026-07-10|yes|yes|
TLYK-03|CB-020|Sở Tư pháp (ví dụ)|2026-07-15|2026-07-14|no|yes|
TLYK-04|CB-020|UBND xã Mẫu An|2026-07-17|||
TLYK-05|CB-025|Sở Y tế (ví dụ)|2026-07-20|2026-07-20|no||
TLYK-06|CB-029|Sở Tư pháp (ví dụ)|2026-07-13||||QĐ 12/QĐ-SM (ví dụ)
TLYK-07|CB-017|Sở Y tế (ví dụ)|2026-07-25||||
"""
# id, who sent it up, day, within own authority, whether somebody assessed it
REFERRED = """
XCT-01|CB-047|2026-07-02|yes|yes
XCT-02|CB-047|2026-07-09|yes|yes
XCT-03|CB-047|2026-07-16|no|yes
XCT-04|CB-044|2026-07-10|yes|
XCT-05|CB-040|2026-07-15|no|yes
"""
# id, unit, procedure, published, plan, cut, cost before, cost after
PROCEDURES = """
NB-01|SM|Cử công chức đi đào tạo|2023-11-20|PA 01/SM (ví dụ)|yes|100|0
NB-02|SM|Nâng bậc lương thường xuyên|2023-11-20|PA 02/SM (ví dụ)||60|60
NB-03|SM|Mua sắm văn phòng phẩm|2023-12-15|PA 03/SM (ví dụ)||40|40
NB-04|SM|Đăng ký xe đi công tác|2023-12-15||||
NB-05|CCVT|Khai thác hồ sơ lưu trữ nội bộ|2023-12-20|PA 01/CCVT (ví dụ)|yes|30|
NB-06|CCVT|Thanh toán công tác phí|2023-12-20||||
NB-07|XMA|Bố trí phòng họp|2025-09-10|PA 01/XMA (ví dụ)|yes|20|0
NB-08|XMA|Cấp tài khoản thư điện tử|2025-09-10||||
NB-09|XMA|Xác nhận thời gian công tác|2025-09-10||||
NB-10|XMA|Nghỉ phép năm|||||
NB-11|PMB|Nghỉ phép năm|2025-10-01|PA 01/PMB (ví dụ)||50|45
NB-12|PMB|Tạm ứng kinh phí|2025-10-01||||
"""
# who, procedure, solved in July, on time
DOSSIERS = """
XA-19|Chứng thực bản sao|120|118
XA-19|Đăng ký khai sinh|40|40
PB-10|Đăng ký hộ kinh doanh|25|25
CB-047|Cấp giấy phép lao động|30|21
PB-09|Trợ cấp xã hội|12|13
"""
# id, who answers, channel, received, due, answered, what more is known
FEEDBACK = """
PA-01|XA-19|Cổng Dịch vụ công|2026-06-29|2026-07-06|2026-07-03|
PA-02|CB-047|Cổng Dịch vụ công|2026-07-06|2026-07-15|2026-07-17|
PA-03|CB-046|đường dây nóng|2026-07-01|2026-07-10||
PA-04|PB-08|tiếp công dân|2026-07-13|2026-07-27||beyond
PA-05|PB-09|tiếp công dân|2026-07-14|2026-07-28|2026-07-27|beyond;up=2026-07-16
PA-06|CB-029|thư điện tử|2026-07-02|2026-07-09|2026-07-20|protection
PA-07|XA-05|tiếp công dân|2026-06-10|2026-06-24|2026-06-30|
"""
# id, unit, day, unannounced, conclusion, document, commendation, handling
INSPECTIONS = """
KT-01|XMA-TT|2026-07-08|yes|done well|KL 01/KL-UBND (ví dụ)|QĐ 20/QĐ-XMA (ví dụ)|
KT-02|PMB-VX|2026-07-15|yes|done badly|KL 02/KL-UBND (ví dụ)||
KT-03|LDVL|2026-07-02||done badly|KL 03/KL-SM (ví dụ)||TB 44/TB-SM (ví dụ)
KT-04|CCVT|2026-07-09|yes|done well|KL 04/KL-SM (ví dụ)||
KT-05|NCC|2026-07-22|yes||||
KT-06|VP|2026-07-10||đạt|KL 06/KL-SM (ví dụ)||
"""
ASSESSED = {"assessedBy": "Chánh Văn phòng Sở", "document": "BB 07/SM-VP (ví dụ)"}
YES = {"yes": True, "no": False, "": None}


def _rows(table):
    return [(line + "|" * 8).split("|")[:8] for line in table.strip().splitlines()]


def _assessed(said):
    return ASSESSED if said else {}


def tasks(records):
    """Tasks of two chairs, and what the telegram wants to know of tasks that are there."""
    for task, person, title, due, done, by in (
            ("CD-01", "XA-02", "Trả lời kiến nghị của thôn", "2026-07-21", "2026-07-28", "XA-01"),
            ("CD-02", "XA-02", "Phương án tuyến đường liên thôn", "2026-08-28", "2026-09-04", "XA-01"),
            ("CD-03", "PB-01", "Báo cáo giải phóng mặt bằng", "2026-07-17", "2026-07-29", "UBND tỉnh")):
        records.add("tasks", id=task, person=person, title=title, product="SP-08", assigned=1,
                    completed=1, due=due, done=done, source=f"VB {task}/2026 (ví dụ)", assignedBy=by,
                    sortOfWork="document" if task == "CD-01" else None)
    more = {"NV-0306": {"lastProgressOn": "2026-07-08", "sortOfWork": "document"},
            "NV-0307": {"lastProgressOn": "2026-07-20"}}
    for record in records.tables["tasks"]:
        record.update(more.get(record["id"], {}))


def steps(records):
    for step, person, task, what, first, last, before, _ in _rows(STEPS):
        records.add("steps", id=step, person=person, task=task, nameOfStep=what,
                    **{"from": first}, to=last or None, stepBefore=before or None)
    records.add("pauses", id="TD-01", person="CB-028", task="NV-0304", to="2026-07-09",
                pauseCause="kho bạc đóng sổ", document="CV 91/SM-VP (ví dụ)", **{"from": "2026-07-08"})
    records.add("pauses", id="TD-02", person="CB-028", task="NV-0304", to="2026-07-10",
                pauseCause="nói là chờ số liệu", **{"from": "2026-07-10"})


def consultations(records):
    for key, person, body, day, concerned, assessed, protection, _ in _rows(ASKED):
        records.add("consultations", id=key, person=person, askedBody=body, askedOn=day,
                    directlyConcerned=YES[concerned], protection=protection or None,
                    **_assessed(assessed))
    for key, person, body, due, replied, clear, assessed, protection in _rows(REPLIES):
        records.add("consultationReplies", id=key, person=person, askingBody=body, due=due,
                    repliedOn=replied or None, clearPosition=YES[clear],
                    protection=protection or None, **_assessed(assessed))
    for key, person, day, within, assessed, *_ in _rows(REFERRED):
        records.add("referrals", id=key, person=person, sentOn=day,
                    withinOwnAuthority=YES[within], **_assessed(assessed))


def services(records):
    """Internal procedures, dossiers and feedback."""
    for key, unit, title, published, plan, cut, before, after in _rows(PROCEDURES):
        records.add("internalProcedures", id=key, unit=unit, title=title,
                    publishedOn=published or None, planDocument=plan or None, abolished=YES[cut],
                    costBefore=int(before) if before else None,
                    costAfter=int(after) if after else None)
    for person, procedure, solved, on_time, *_ in _rows(DOSSIERS):
        records.add("dossiers", person=person, period="2026-07", procedure=procedure,
                    solved=int(solved), solvedOnTime=int(on_time))
    for key, person, channel, received, due, answered, more, _ in _rows(FEEDBACK):
        said = dict(part.partition("=")[::2] for part in more.split(";"))
        records.add("feedback", id=key, person=person, channel=channel, receivedOn=received, due=due,
                    answeredOn=answered or None, passedUpOn=said.get("up"),
                    protection="QĐ 12/QĐ-SM (ví dụ)" if "protection" in said else None,
                    beyondOwnAuthority=True if "beyond" in said else None,
                    **_assessed("beyond" in said))


def inspections(records):
    for key, unit, day, unannounced, conclusion, document, praise, handling in _rows(INSPECTIONS):
        records.add("inspections", id=key, unit=unit, heldOn=day, unannounced=YES[unannounced],
                    conclusion=conclusion or None, document=document or None,
                    commendation=praise or None, handling=handling or None)


def conclusions(records):
    """Who was concluded, in writing or not, as not meeting what the work requires."""
    for key, person, kind, by, document, day in (
            ("KL-10", "CB-046", "conclusion", "Giám đốc Sở", "KL 10/KL-SM (ví dụ)", "2026-07-20"),
            ("KL-11", "CB-047", "conclusion", "Giám đốc Sở", "KL 09/KL-SM (ví dụ)", "2026-06-22"),
            ("KL-12", "CB-079", "conclusion", "Giám đốc Sở", "KL 08/KL-SM (ví dụ)", "2026-06-24"),
            ("KL-13", "CB-039", "conclusion", "Giám đốc Sở", "KL 11/KL-SM (ví dụ)", "2026-07-21"),
            ("KL-14", "CB-045", "conclusion", None, "Ý kiến tại giao ban (ví dụ)", "2026-07-21"),
            ("KL-15", "CB-040", "conclusion", "UBND tỉnh", "KL 30/KL-UBND (ví dụ)", "2026-07-22"),
            ("KL-16", "CB-040", "decision refused", "UBND tỉnh", "KL 30/KL-UBND (ví dụ)", "2026-07-22")):
        records.add("findings", id=key, person=person, kind=kind, conclusionBy=by, document=document,
                    ground="requirements not met" if kind == "conclusion" else None, decisionDate=day)
