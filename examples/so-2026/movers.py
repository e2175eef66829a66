"""The people of the year: those of the communes and those who come, go, move or are away.

Everybody here is invented. `PEOPLE` says who they are and how their months are drawn (A hardly a fault,
B some, C many, D mostly undone); `POSTS` where they worked, from when to when, and how.
"""

_PEOPLE = """
CB-066|Biệt Văn Phái|civilServant|B
CB-067|Nghỉ Thị Tư|civilServant|B
CB-068|Chuyển Văn Đi|civilServant|B
CB-069|Trách Văn Khiển|civilServant|B
CB-070|Trách Thị Khác|civilServant|B
CB-071|Lỗi Văn Cũ|civilServant|B
CB-072|Luận Thị Kết|civilServant|B
CB-073|Dư Thị Luận|civilServant|B
CB-074|Cũ Văn Kém|civilServant|C
CB-075|Hợp Thị Nhất|civilServant|A
CB-076|Nhập Văn Vào|civilServant|B
CB-077|Thay Thị Quyết|civilServant|B
CB-078|Kém Văn Kiến|civilServant|D
CB-079|Kém Thị Chờ|civilServant|D
XA-01|Chủ Văn Tịch|cadre|A
XA-02|Phó Thị Tịch|cadre|A
XA-03|Kiêm Văn Nhiệm|civilServant|A
XA-04|Phó Văn Phòng|civilServant|B
XA-05|Gia Thị Hạn|civilServant|B
XA-06|Nghỉ Văn Lâu|civilServant|B
XA-07|Học Thị Tập|civilServant|B
XA-08|Trưởng Văn Trước|civilServant|B
XA-09|Trưởng Thị Sau|civilServant|A
XA-10|Thôi Văn Việc|civilServant|B
XA-11|Mới Thị Đến|civilServant|B
XA-12|Tập Văn Sự|civilServant|B
XA-13|Hưu Văn Trí|civilServant|B
XA-14|Phụ Thị Trách|civilServant|B
XA-15|Bằng Thị Điểm|civilServant|A
XA-16|Bằng Văn Điểm|civilServant|A
XA-17|Đi Văn Sở|civilServant|B
XA-18|Ốm Thị Đau|civilServant|B
XA-19|Một Văn Cửa|civilServant|B
PB-01|Chủ Thị Tịch|cadre|A
PB-02|Giỏi Văn Trưởng|civilServant|A
PB-03|Phó Thị Kinh|civilServant|B
PB-04|Muộn Văn Cớ|civilServant|B
PB-05|Xuất Thị Sắc|civilServant|A
PB-06|Sắc Văn Xuất|civilServant|A
PB-07|Dám Thị Nghĩ|civilServant|B
PB-08|Giao Văn Chuyển|civilServant|B
PB-09|Nhận Thị Chuyển|civilServant|B
PB-10|Đột Văn Xuất|civilServant|B
PB-11|Ốm Văn Lâu|civilServant|B
"""
PEOPLE = [tuple(line.split("|")) for line in _PEOPLE.strip().splitlines()]
PROFILE = {row[0]: row[3] for row in PEOPLE}

# person, unit, role, peer group, from, to, what else the posting says
_POSTS = """
CB-066|TCBC|staff|chuyên viên|2025-07-01|2026-03-25|
CB-066|XMA-KT|staff|chuyên viên xã|2026-03-26|2026-09-25|title=Chuyên viên (biệt phái từ Sở Mẫu)
CB-066|TCBC|staff|chuyên viên|2026-03-26|2026-09-25|main=no
CB-066|TCBC|staff|chuyên viên|2026-09-26||
CB-067|BTXH|staff|chuyên viên|2025-07-01|2026-06-30|
CB-067|BTTE|staff|chuyên viên|2026-07-01||
CB-068|BTXH|staff|chuyên viên|2025-07-01|2026-06-30|
CB-068|BTTE|staff|chuyên viên|2026-07-01|2026-08-25|cause=transfer
CB-069|BTXH|staff|chuyên viên|2025-07-01|2026-06-30|
CB-069|BTTE|staff|chuyên viên|2026-07-01||
CB-070|BTXH|staff|chuyên viên|2025-07-01|2026-06-30|
CB-070|BTTE|staff|chuyên viên|2026-07-01||
CB-071|PMB-KT|staff|chuyên viên phường|2025-07-01|2026-01-04|cause=transfer
CB-071|BTXH|staff|chuyên viên|2026-01-05|2026-06-30|
CB-071|BTTE|staff|chuyên viên|2026-07-01||
CB-072|TE|staff|chuyên viên|2025-07-01|2026-06-30|
CB-072|BTTE|staff|chuyên viên|2026-07-01||
CB-073|TE|staff|chuyên viên|2025-07-01|2026-06-30|
CB-073|BTTE|staff|chuyên viên|2026-07-01||
CB-074|TE|staff|chuyên viên|2025-07-01|2026-06-30|
CB-074|BTTE|staff|chuyên viên|2026-07-01||
CB-075|BTXH|head|trưởng phòng|2025-07-01|2026-06-30|
CB-075|BTTE|head|trưởng phòng|2026-07-01||
CB-076|TE|head|trưởng phòng|2025-07-01|2026-06-30|
CB-076|BTTE|deputy|phó trưởng phòng|2026-07-01||
CB-077|TE|staff|chuyên viên|2025-07-01|2026-06-30|
CB-077|BTTE|staff|chuyên viên|2026-07-01||
CB-078|TE|staff|chuyên viên|2025-07-01|2026-06-30|
CB-078|BTTE|staff|chuyên viên|2026-07-01||
CB-079|TE|staff|chuyên viên|2025-07-01|2026-06-30|
CB-079|BTTE|staff|chuyên viên|2026-07-01||
XA-01|XMA|head|lãnh đạo xã|2025-07-01||title=Chủ tịch UBND xã
XA-02|XMA|deputy|lãnh đạo xã|2025-07-01||title=Phó Chủ tịch UBND xã
XA-03|XMA-VP|head|trưởng phòng xã|2025-07-01||title=Chánh Văn phòng
XA-03|XMA-TT|head|trưởng phòng xã|2026-06-26||main=no;title=Kiêm Giám đốc Trung tâm
XA-04|XMA-VP|deputy|phó trưởng phòng xã|2025-07-01||title=Phó Chánh Văn phòng
XA-05|XMA-VP|staff|chuyên viên xã|2025-07-01||
XA-06|XMA-VP|staff|chuyên viên xã|2025-07-01||
XA-07|XMA-VP|staff|chuyên viên xã|2025-07-01||
XA-08|XMA-KT|head|trưởng phòng xã|2025-07-01|2026-05-10|
XA-08|PMB-VX|head|trưởng phòng phường|2026-05-11||
XA-09|XMA-KT|deputy|phó trưởng phòng xã|2025-07-01|2026-05-10|
XA-09|XMA-KT|head|trưởng phòng xã|2026-05-11||
XA-10|XMA-KT|staff|chuyên viên xã|2025-07-01|2026-09-25|cause=resignation
XA-11|XMA-KT|staff|chuyên viên xã|2026-07-27||probation
XA-12|XMA-KT|staff|chuyên viên xã|2026-01-05||probation
XA-13|XMA-VX|head|trưởng phòng xã|2025-07-01|2026-10-31|cause=retirement
XA-14|XMA-VX|deputy|phó trưởng phòng xã|2025-07-01||
XA-14|XMA-VX|head|phó trưởng phòng xã|2026-11-01||main=no;acting;title=Phụ trách Phòng
XA-15|XMA-VX|staff|chuyên viên xã|2025-07-01||
XA-16|XMA-VX|staff|chuyên viên xã|2025-07-01||
XA-17|XMA-VX|staff|chuyên viên xã|2025-07-01|2026-06-14|
XA-17|TCBC|staff|chuyên viên|2026-06-15||
XA-18|XMA-VX|staff|chuyên viên xã|2025-07-01||
XA-19|XMA-TT|staff|chuyên viên xã|2025-07-01||
PB-01|PMB|head|lãnh đạo phường|2025-07-01||title=Chủ tịch UBND phường
PB-02|PMB-KT|head|trưởng phòng phường|2025-07-01||
PB-02|PMB-VX|head|trưởng phòng phường|2025-07-01|2026-05-10|main=no;title=Kiêm Trưởng phòng
PB-03|PMB-KT|deputy|phó trưởng phòng phường|2025-07-01||
PB-04|PMB-KT|staff|chuyên viên phường|2025-07-01||
PB-05|PMB-KT|staff|chuyên viên phường|2025-07-01||
PB-06|PMB-KT|staff|chuyên viên phường|2025-07-01||
PB-07|PMB-KT|staff|chuyên viên phường|2025-07-01||
PB-08|PMB-KT|staff|chuyên viên phường|2025-07-01||
PB-09|PMB-VX|staff|chuyên viên phường|2025-07-01||
PB-10|PMB-VX|staff|chuyên viên phường|2025-07-01||
PB-11|PMB-VX|staff|chuyên viên phường|2025-07-01||
"""
POSTS = [tuple(line.split("|")) for line in _POSTS.strip().splitlines()]
# who leads: person, unit or person led, from, to
_LEADS = """
CB-004|BTTE|2026-07-27|
CB-075|BTXH|2025-07-01|2026-06-30
CB-075|BTTE|2026-07-01|
CB-076|TE|2025-07-01|2026-06-30
CB-076|CB-072|2026-07-01|
CB-076|CB-073|2026-07-01|
CB-076|CB-074|2026-07-01|
XA-01|XMA|2025-07-01|
XA-03|XMA-VP|2025-07-01|
XA-03|XMA-TT|2026-06-26|
XA-04|XA-05|2025-07-01|
XA-08|XMA-KT|2025-07-01|2026-05-10
XA-08|PMB-VX|2026-05-11|
XA-09|XA-10|2025-07-01|2026-05-10
XA-09|XMA-KT|2026-05-11|
XA-13|XMA-VX|2025-07-01|2026-10-31
XA-14|XA-15|2025-07-01|2026-10-31
XA-14|XMA-VX|2026-11-01|
PB-01|PMB|2025-07-01|
PB-02|PMB-KT|2025-07-01|
PB-02|PMB-VX|2025-07-01|2026-05-10
PB-03|PB-05|2025-07-01|
PB-03|PB-06|2025-07-01|
"""
LEADS = [tuple(line.split("|")) for line in _LEADS.strip().splitlines()]
TITLES = {"head": "Trưởng phòng", "deputy": "Phó Trưởng phòng"}


def organisation(records):
    for person, name, kind, _ in PEOPLE:
        records.add("people", id=person, name=name, kind=kind)
    for person, unit, role, group, first, last, more in POSTS:
        said = dict(part.partition("=")[::2] for part in more.split(";") if part)
        records.add(
            "postings", person=person, unit=unit, role=role, peerGroup=group,
            title=said.get("title", TITLES.get(role, "Chuyên viên")),
            main=False if "main" in said else None, acting=True if "acting" in said else None,
            probation=True if "probation" in said else None, leavingCause=said.get("cause"),
            **{"from": first}, to=last or None)
    for person, led, first, last in LEADS:
        what = {"ledPerson" if "-0" in led or "-1" in led else "unit": led}
        records.add("leads", person=person, **what, **{"from": first}, to=last or None)


def post(person, last_day):
    """The main posting that a month counts for: unit and role on its last day, or before."""
    main = [row for row in POSTS if row[0] == person and "main=no" not in row[6]]
    return next(row for row in reversed(main) if row[4] <= last_day.isoformat())
